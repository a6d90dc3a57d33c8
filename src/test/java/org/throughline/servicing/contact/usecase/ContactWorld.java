package org.throughline.servicing.contact.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.servicing.certificate.usecase.CertificateWorld;

/** Changes of contacts with everything outside them in memory. */
public final class ContactWorld {

    public static final ClientContact DENISE =
            new ClientContact("Denise Okafor", "denise@okaforplumbing.example", "(713) 555-0142", true);
    public static final ClientContact EMEKA = new ClientContact("Emeka Okafor", null, "(713) 555-0143", true);

    public final MovingClock clock = new MovingClock();
    public final CertificateWorld.Ledger ledger = new CertificateWorld.Ledger();
    public final List<ClientContact> contacts = new ArrayList<>(List.of(DENISE, EMEKA));

    public ReadContacts reading() {
        return new ReadContacts(new Clients(), clock);
    }

    public AskOldChannel asking() {
        return new AskOldChannel(TestAgency.PROFILE);
    }

    /** At a system that takes changes of contacts. */
    public PlanContactChange planning() {
        return new PlanContactChange(AmsSystem.of("NowCerts", EnumSet.allOf(AmsCapability.class)), ledger);
    }

    PlanContactChange planningAt(String system) {
        return new PlanContactChange(AmsSystem.of(system, Set.of()), ledger);
    }

    private final class Clients implements AmsClients {

        @Override
        public Optional<Client> find(String clientId) {
            return Optional.of(new Client(
                    clientId, "Okafor Plumbing", null, true, false, List.copyOf(contacts), null, "TX", null, null));
        }

        @Override
        public List<Client> changedSince(@Nullable Instant since) {
            throw new UnsupportedOperationException("Nobody asks for changes here");
        }
    }
}
