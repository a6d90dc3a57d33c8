package org.throughline.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.StaffMember;

/**
 * Chooses the person for a task out of its queue. Never somebody absent or without the license, and nobody beyond the day's
 * capacity while another has room. Among the rest: the client's own person, who works at this hour, who speaks the
 * client's language, who has the skill, who has the lightest load.
 */
@Component
public class Assignment {

    private static final String ENGLISH = "en";

    private final LicenseGate gate;
    private final Clock clock;

    public Assignment(LicenseGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Who it is and why.
     *
     * @param person null where nobody of the queue may take it
     * @param reason sentence for colleagues
     */
    public record Choice(@Nullable Colleague person, String reason) {}

    /**
     * Chooses among the people of a queue.
     *
     * @param queue everybody who works from the task's queue
     */
    public Choice choose(Work work, List<Colleague> queue) {
        List<Colleague> there = queue.stream()
                .filter(one -> !one.absent() && one.person().active())
                .toList();
        List<Colleague> allowed =
                there.stream().filter(one -> mayDo(one.person(), work)).toList();
        Optional<Colleague> best = allowed.stream().min(order(work));
        return best.map(one -> new Choice(one, reason(one, work)))
                .orElseGet(() -> new Choice(null, nobody(work, queue, there)));
    }

    private boolean mayDo(StaffMember person, Work work) {
        return work.need() == null || gate.check(person, work.need()).allowed();
    }

    private Comparator<Colleague> order(Work work) {
        return Comparator.comparing((Colleague one) -> !hasRoom(one, work))
                .thenComparing(one -> !(work.plan().keepWithOwner() && owns(one, work)))
                .thenComparing(one -> urgent(work) && !one.working())
                .thenComparing(one -> !speaks(one, work))
                .thenComparing(one -> !skilled(one, work))
                .thenComparing(one -> !one.working())
                .thenComparingDouble(Colleague::load)
                .thenComparing(one -> one.person().userId());
    }

    private static boolean hasRoom(Colleague one, Work work) {
        return one.freeMinutes() >= work.plan().minutes();
    }

    /** A deadline from outside that ends today or tomorrow cannot wait for somebody's next working day. */
    private boolean urgent(Work work) {
        LocalDate date = work.hardDate();
        return date != null && !date.isAfter(LocalDate.now(clock).plusDays(1));
    }

    private static boolean owns(Colleague one, Work work) {
        return work.owners().stream()
                .anyMatch(owner -> owner.equalsIgnoreCase(one.person().userId())
                        || owner.equalsIgnoreCase(one.person().name()));
    }

    private static boolean speaks(Colleague one, Work work) {
        return work.language().equals(ENGLISH) || one.person().languages().contains(work.language());
    }

    private static boolean skilled(Colleague one, Work work) {
        return work.plan().skill().isEmpty()
                || one.person().skills().contains(work.plan().skill());
    }

    private String reason(Colleague one, Work work) {
        List<String> why = new ArrayList<>();
        if (work.need() != null) {
            why.add("holds " + work.need().inWords());
        }
        if (work.plan().keepWithOwner() && owns(one, work)) {
            why.add("knows the client as its account's person");
        }
        if (!work.language().equals(ENGLISH) && speaks(one, work)) {
            why.add("speaks " + Locale.forLanguageTag(work.language()).getDisplayLanguage(Locale.ENGLISH));
        }
        if (!work.plan().skill().isEmpty() && skilled(one, work)) {
            why.add("has the skill " + work.plan().skill());
        }
        int free = one.freeMinutes();
        why.add(
                free >= work.plan().minutes()
                        ? free + " minutes free today"
                        : "nobody else has room today, and this person has the lightest load");
        if (!one.working()) {
            why.add("next working hours");
        }
        return one.person().name() + ": " + String.join("; ", why) + ".";
    }

    private static String nobody(Work work, List<Colleague> queue, List<Colleague> there) {
        if (queue.isEmpty()) {
            return "Nobody works from the queue " + work.queue() + ".";
        }
        if (there.isEmpty()) {
            return "Everybody of the queue " + work.queue() + " is absent.";
        }
        String needed = work.need() == null ? "" : work.need().inWords();
        return "Nobody present in the queue " + work.queue() + " holds " + needed + ".";
    }
}
