package org.throughline.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in the first people and partners of an agency, once. */
@Component
public class StaffImport {

    private static final Logger LOG = LoggerFactory.getLogger(StaffImport.class);

    private final StaffProperties settings;
    private final Staff staff;
    private final Partners partners;
    private final Accounts accounts;
    private final ObjectMapper json;
    private final Clock clock;

    public StaffImport(
            StaffProperties settings,
            Staff staff,
            Partners partners,
            Accounts accounts,
            ObjectMapper json,
            Clock clock) {
        this.settings = settings;
        this.staff = staff;
        this.partners = partners;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /** Imports the people of the configured file if nobody works here yet, and its partners if there is none. */
    @Transactional
    public void importOnce() {
        Resource file = settings.initial();
        if (file == null) {
            return;
        }
        if (partners.all().isEmpty()) {
            read(file).firms().forEach(partners::save);
        }
        if (staff.isEmpty()) {
            List<StaffMember> people = read(file).people(LocalDate.now(clock));
            staff.add(people);
            people.forEach(accounts::follow);
            LOG.info("{} people of the agency imported from {}", people.size(), file.getDescription());
        }
    }

    private StaffFile read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, StaffFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("throughline.staff.initial cannot be read: " + file, unreadable);
        }
    }
}
