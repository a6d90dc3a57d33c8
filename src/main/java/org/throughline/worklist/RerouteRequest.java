package org.throughline.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.engine.Attempts;
import org.throughline.request.Intervention;
import org.throughline.request.Interventions;
import org.throughline.request.Route;
import org.throughline.servicing.submission.CarrierSubmissions;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.Partners;
import org.throughline.staff.Queues;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.worklist.RequestMoves.Standing;
import org.throughline.worklist.RequestMoves.Way;
import org.throughline.worklist.RerouteRefused.Why;

/** Sends a request another way than the tables decided, and keeps that as a person's decision. */
@Service
public class RerouteRequest {

    private final RequestMoves moves;
    private final AssignmentRules rules;
    private final Staff staff;
    private final LicenseGate gate;
    private final Partners partners;
    private final CarrierSubmissions submissions;
    private final Interventions interventions;
    private final Attempts attempts;

    public RerouteRequest(
            RequestMoves moves,
            AssignmentRules rules,
            Staff staff,
            LicenseGate gate,
            Partners partners,
            CarrierSubmissions submissions,
            Interventions interventions,
            Attempts attempts) {
        this.moves = moves;
        this.rules = rules;
        this.staff = staff;
        this.gate = gate;
        this.partners = partners;
        this.submissions = submissions;
        this.interventions = interventions;
        this.attempts = attempts;
    }

    /**
     * What somebody asks for; what is null follows from the rest.
     *
     * @param person who asks
     * @param movesOthersWork the person may take tasks from others
     */
    public record Asked(
            String requestNumber,
            @Nullable Route route,
            @Nullable String queue,
            @Nullable String assignee,
            String reason,
            String person,
            boolean movesOthersWork) {}

    /**
     * Sends it there, with its open tasks and those to come.
     *
     * @throws RerouteRefused if it cannot go that way
     */
    public void reroute(Asked asked) {
        if (asked.route() == null && asked.queue() == null && asked.assignee() == null) {
            throw new RerouteRefused(Why.UNKNOWN, "Say where it goes: give a queue, a person or a route.");
        }
        if (asked.route() == Route.AUTOMATION) {
            throw new RerouteRefused(
                    Why.IMPOSSIBLE,
                    "Nobody sends a request to automation by hand: the tables do, where the automation has earned it."
                            + " Choose LICENSED_STAFF or EXTERNAL_PARTNER.");
        }
        attempts.inTransaction(() -> {
            Standing from = moves.standing(asked.requestNumber());
            requireMovable(asked, from);
            Way to = isOutside(asked, from) ? outside(asked, from) : inside(asked, from);
            moves.move(asked.requestNumber(), from, to);
            return interventions.add(new Interventions.New(
                    asked.requestNumber(),
                    Intervention.Kind.REROUTED,
                    asked.person(),
                    inWords(from, to),
                    asked.reason(),
                    null));
        });
    }

    private static void requireMovable(Asked asked, Standing from) {
        if (from.underReview() && (asked.route() != null || asked.queue() != null)) {
            throw new RerouteRefused(
                    Why.NOT_NOW,
                    "Security reads this request first. Whoever releases it there chooses the queue that it goes to.");
        }
        from.tasks().stream()
                .filter(task -> task.assignee() != null && !task.assignee().equals(asked.person()))
                .filter(task -> !asked.movesOthersWork())
                .findFirst()
                .ifPresent(task -> {
                    throw new RerouteRefused(
                            Why.NOT_YOURS,
                            task.assignee() + " works on \"" + task.name()
                                    + "\". Only managers and administrators may move other people's work; ask one of"
                                    + " them, or your colleague.");
                });
    }

    private static boolean isOutside(Asked asked, Standing from) {
        boolean partnersQueue = asked.queue() != null && Queues.PARTNER.contains(asked.queue());
        if (asked.queue() != null && !partnersQueue && !Queues.IN_HOUSE.contains(asked.queue())) {
            throw new RerouteRefused(
                    Why.UNKNOWN,
                    "There is no queue " + asked.queue() + ". Choose from " + String.join(", ", Queues.IN_HOUSE)
                            + ", or for a partner " + String.join(", ", Queues.PARTNER) + ".");
        }
        if (asked.route() != null
                && asked.queue() != null
                && partnersQueue != (asked.route() == Route.EXTERNAL_PARTNER)) {
            throw new RerouteRefused(
                    Why.UNKNOWN,
                    "The queue " + asked.queue() + " does not belong to the route " + asked.route()
                            + ". Leave one of them out.");
        }
        if (asked.route() == null && asked.queue() == null && from.withPartner()) {
            throw new RerouteRefused(
                    Why.NOT_NOW,
                    "A partner has this request and chooses its own people. Give the route LICENSED_STAFF as well to"
                            + " take it back.");
        }
        return partnersQueue || asked.route() == Route.EXTERNAL_PARTNER;
    }

    private Way outside(Asked asked, Standing from) {
        if (asked.assignee() != null) {
            throw new RerouteRefused(Why.UNKNOWN, "A partner chooses its own people. Leave the assignee out.");
        }
        requirePartnerAllowed(from.staffQueue(), from);
        requirePartnerAllowed(from.queue(), from);
        List<String> queues = partners.offers(from.workType(), from.state(), from.line()).stream()
                .map(offer -> offer.work().queue())
                .distinct()
                .toList();
        String queue = Optional.ofNullable(asked.queue())
                .or(() -> queues.stream().findFirst())
                .filter(queues::contains)
                .orElseThrow(() -> new RerouteRefused(Why.IMPOSSIBLE, nobodyTakes(asked, from)));
        if (from.withPartner() && queue.equals(from.queue())) {
            throw new RerouteRefused(Why.NOT_NOW, "It is with a partner's queue " + queue + " already.");
        }
        requireSideCanChange(from);
        if (submissions.ofRequest(asked.requestNumber()).stream()
                .anyMatch(submission -> submission.state().isOpen())) {
            throw new RerouteRefused(
                    Why.NOT_NOW,
                    "The request waits for a carrier's answer. Wait for it, or end the submission, before a partner"
                            + " gets the work.");
        }
        return new Way(Route.EXTERNAL_PARTNER, queue, null, asked.reason());
    }

    private void requirePartnerAllowed(String queue, Standing from) {
        if (!rules.isPartnerAllowed(Map.of("queue", queue, "workType", from.workType(), "priority", ""))) {
            throw new RerouteRefused(
                    Why.IMPOSSIBLE, "Work of the queue " + queue + " stays in the house; no partner gets it.");
        }
    }

    private static String nobodyTakes(Asked asked, Standing from) {
        String where = from.state().isEmpty() ? "" : " in " + from.state();
        return "No partner takes " + from.workType() + where
                + (asked.queue() == null ? "" : " from the queue " + asked.queue())
                + ". What partners take stands on the page People, and under /api/partners.";
    }

    private Way inside(Asked asked, Standing from) {
        if (from.withPartner()) {
            requireSideCanChange(from);
        }
        String own = from.withPartner() ? from.staffQueue() : from.queue();
        if (asked.assignee() == null) {
            return new Way(
                    route(asked, from), Optional.ofNullable(asked.queue()).orElse(own), null, asked.reason());
        }
        StaffMember person = person(asked.assignee());
        String queue = Optional.ofNullable(asked.queue()).orElseGet(() -> queueOf(person, own));
        if (!person.queues().contains(queue)) {
            throw new RerouteRefused(
                    Why.IMPOSSIBLE,
                    person.name() + " does not work from the queue " + queue + ". Choose somebody who does, or leave"
                            + " the queue out.");
        }
        requireAllowed(person, from);
        return new Way(route(asked, from), queue, person.userId(), asked.reason());
    }

    /** A person who takes work from automation, or back from a partner, makes it work of our own people. */
    private static Route route(Asked asked, Standing from) {
        return asked.route() == null && !from.withPartner() ? Route.valueOf(from.route()) : Route.LICENSED_STAFF;
    }

    private StaffMember person(String userId) {
        StaffMember person = staff.find(userId)
                .filter(one -> one.active() && one.partner() == null)
                .orElseThrow(() -> new RerouteRefused(
                        Why.IMPOSSIBLE, "Nobody of the agency works under the user id " + userId + "."));
        if (staff.absentNow().contains(userId)) {
            throw new RerouteRefused(
                    Why.NOT_NOW, person.name() + " is absent now. Choose somebody else, or only the queue.");
        }
        return person;
    }

    private static String queueOf(StaffMember person, String current) {
        if (person.queues().contains(current)) {
            return current;
        }
        return person.queues().stream()
                .filter(Queues.IN_HOUSE::contains)
                .findFirst()
                .orElseThrow(() -> new RerouteRefused(
                        Why.IMPOSSIBLE,
                        person.name() + " works from no queue. Choose somebody who does, or only the queue."));
    }

    /** Tasks that are open say themselves what they need; where none is, the request as a whole does. */
    private void requireAllowed(StaffMember person, Standing from) {
        if (from.need() == null || !(from.tasks().isEmpty() || from.withPartner())) {
            return;
        }
        LicenseGate.Verdict verdict = gate.check(person, from.need());
        if (!verdict.allowed()) {
            throw new RerouteRefused(Why.IMPOSSIBLE, String.valueOf(verdict.reason()));
        }
    }

    private static void requireSideCanChange(Standing from) {
        if (!from.changesSides()) {
            throw new RerouteRefused(
                    Why.NOT_NOW, "The work itself is done and only closing it is left, so it stays where it is.");
        }
    }

    private static String inWords(Standing from, Way to) {
        String route = from.route().equals(to.route().name()) ? "" : from.route() + " to " + to.route() + ", ";
        String queue = from.queue().equals(to.queue()) ? "in " + to.queue() : from.queue() + " to " + to.queue();
        return route + queue + (to.assignee() == null ? "." : ", to " + to.assignee() + ".");
    }
}
