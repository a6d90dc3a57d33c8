package org.throughline.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in the first people and partners of an agency, once. */
@Component
public class StaffImport {

    private static final Logger LOG = LoggerFactory.getLogger(StaffImport.class);

    private final Staff staff;
    private final Partners partners;
    private final Accounts accounts;
    private final ObjectMapper json;
    private final Clock clock;

    public StaffImport(Staff staff, Partners partners, Accounts accounts, ObjectMapper json, Clock clock) {
        this.staff = staff;
        this.partners = partners;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /** Imports the people of an agency's file if nobody works there yet, and its partners if there is none. */
    @Transactional
    public void importOnce(@Nullable Resource file) {
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
            LOG.info("{} people imported from {}", people.size(), file.getDescription());
        }
    }

    private StaffFile read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, StaffFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The first people cannot be read: " + file, unreadable);
        }
    }
}
