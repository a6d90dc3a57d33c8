package org.throughline.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.request.Route;
import org.throughline.staff.LicenseNeed;

/** The work of one request as a whole: where it stands, and sending it another way. */
public interface RequestMoves {

    /**
     * Where the work of a request stands.
     *
     * @throws RerouteRefused if there is no work left
     */
    Standing standing(String requestNumber);

    /**
     * Sends the work another way in the current transaction: its open tasks, and those to come.
     *
     * @throws RerouteRefused if the person who is named may not do one of the tasks
     */
    void move(String requestNumber, Standing from, Way to);

    /**
     * Where work stands.
     *
     * @param staffQueue queue of our own people about it
     * @param state two-letter state, empty if not known
     * @param line line of business, empty if not known
     * @param withPartner a partner has it now
     * @param changesSides it can be given to a partner or taken back at this moment
     * @param underReview security reads it first
     * @param need license for what the request asks; null where none is needed
     */
    record Standing(
            String route,
            String queue,
            String staffQueue,
            String workType,
            String state,
            String line,
            boolean withPartner,
            boolean changesSides,
            boolean underReview,
            @Nullable LicenseNeed need,
            List<HeldTask> tasks) {}

    /** An open task; assignee is null while nobody has it. */
    record HeldTask(String id, String name, @Nullable String assignee) {}

    /**
     * Where work goes.
     *
     * @param assignee null for whoever the table Assignment finds
     * @param reason sentence for colleagues
     */
    record Way(Route route, String queue, @Nullable String assignee, String reason) {}
}
