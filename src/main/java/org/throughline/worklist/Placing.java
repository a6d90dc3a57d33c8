package org.throughline.worklist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.worklist.Assignment.Choice;

/** Says where a task of a queue goes: to the person who was named for it, else as the table Assignment says. */
@Component
public class Placing {

    private final Workforce workforce;
    private final Assignment assignment;

    public Placing(Workforce workforce, Assignment assignment) {
        this.workforce = workforce;
        this.assignment = assignment;
    }

    /**
     * Where a task goes.
     *
     * @param userId the person who has it, or whom it would suit; null where nobody may take it
     * @param assigned true where the person has it
     * @param reason sentences for colleagues
     */
    public record Place(@Nullable String userId, boolean assigned, String reason) {}

    /**
     * The place of a task.
     *
     * @param named user id of the person who was named for it; empty where nobody was. Who is absent, or lacks the
     *     license, does not get it
     */
    public Place place(Work work, String named) {
        List<Colleague> queue = workforce.of(work.queue());
        return named(work, named, queue).orElseGet(() -> decided(work, assignment.choose(work, queue)));
    }

    private Optional<Place> named(Work work, String named, List<Colleague> queue) {
        return queue.stream()
                .filter(one -> one.person().userId().equals(named))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(
                        assignment.choose(work, List.of(one)).person()))
                .map(one -> new Place(
                        named,
                        true,
                        "Went to " + one.person().name() + ", who was named when the request was sent another way."));
    }

    private static Place decided(Work work, Choice choice) {
        @Nullable Colleague person = choice.person();
        @Nullable String userId = person == null ? null : person.person().userId();
        if (work.plan().push() && userId != null) {
            return new Place(userId, true, "Went to " + choice.reason());
        }
        String suits = userId == null ? choice.reason() : "It would suit " + choice.reason();
        return new Place(userId, false, "Waits in " + work.queue() + ". " + suits);
    }
}
