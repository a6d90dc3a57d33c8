package org.throughline.partner.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.partner.PartnerAssignments;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** Stores of partners' work for other packages' tests. */
public final class PartnerStores {

    private PartnerStores() {}

    /** The real store on a database of its own. */
    public static PartnerAssignments assignments(TestDatabase database, Clock clock) {
        return new JdbcPartnerAssignments(
                JdbcClient.create(database.jdbc()), new AssignmentRows(new ObjectMapper()), TestAgency.PROFILE, clock);
    }
}
