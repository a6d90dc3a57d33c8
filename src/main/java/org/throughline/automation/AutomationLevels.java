package org.throughline.automation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.automation.AutomationProperties.Demotion;
import org.throughline.automation.AutomationProperties.Threshold;
import org.throughline.automation.AutomationRefused.Kind;

/** The levels of the work types: what they are, what the evidence says, promotion by people and demotion by errors. */
@Service
public class AutomationLevels {

    /** Who demotes. */
    static final String ITSELF = "throughline";

    private final LevelTable levels;
    private final OutcomeTable outcomes;
    private final SwitchTable switches;
    private final WorkTypes workTypes;
    private final AutomationProperties settings;
    private final Clock clock;

    public AutomationLevels(
            LevelTable levels,
            OutcomeTable outcomes,
            SwitchTable switches,
            WorkTypes workTypes,
            AutomationProperties settings,
            Clock clock) {
        this.levels = levels;
        this.outcomes = outcomes;
        this.switches = switches;
        this.workTypes = workTypes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A level with what is known.
     *
     * @param enabled false while the work type's own kill switch is on
     * @param finishedAlone requests that automation finished alone since the level was given
     * @param note the last demotion by errors, while it is the last change; empty otherwise
     */
    public record Known(
            LevelSetting setting,
            boolean enabled,
            Evidence evidence,
            long finishedAlone,
            @Nullable Earning next,
            String note) {}

    /**
     * The level that can be earned.
     *
     * @param missing how many more outcomes, all right, are needed; 0 where it is earned
     */
    public record Earning(AutomationLevel level, Threshold threshold, int missing) {}

    /** Every work type that has a level of its own, by id. */
    @Transactional(readOnly = true)
    public List<Known> all() {
        TreeSet<String> types = new TreeSet<>(settings.levels().keySet());
        levels.all().forEach(setting -> types.add(setting.workType()));
        return types.stream().map(type -> known(setting(type))).toList();
    }

    /**
     * One work type.
     *
     * @throws AutomationRefused if there is no such type
     */
    @Transactional(readOnly = true)
    public Known of(String workType) {
        return known(existing(workType));
    }

    /**
     * Gives a work type another level.
     *
     * @param override goes beyond the evidence; the history says so
     * @throws AutomationRefused if the evidence does not carry it, or it cannot be done for another reason
     */
    @Transactional
    public Known change(String workType, AutomationLevel to, String reason, boolean override, String by) {
        LevelSetting now = existing(workType);
        String why = Reasons.checked(reason);
        if (now.level() == to) {
            throw new AutomationRefused(Kind.CONFLICT, workType + " stands at " + words(to) + " already.");
        }
        Evidence evidence = evidence(now);
        Optional<String> lacking = lacking(now, to, evidence);
        if (lacking.isPresent() && !override) {
            throw new AutomationRefused(Kind.CONFLICT, lacking.get());
        }
        Instant at = clock.instant();
        if (!levels.set(now, to, by, at)) {
            throw new AutomationRefused(Kind.CONFLICT, "Somebody else changed it just now. Load it again.");
        }
        levels.add(change(now, to, why, by, at, false, lacking.isPresent(), evidence));
        return of(workType);
    }

    /** Takes a level away, in the transaction that records an error, where errors are too many or one too bad. */
    void demoteFor(AutomationOutcome error) {
        LevelSetting now = setting(error.workType());
        Optional<String> reason = tooMuch(now, error);
        Optional<AutomationLevel> lower = now.level().previous();
        if (reason.isEmpty() || lower.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        Evidence evidence = evidence(now);
        if (levels.set(now, lower.get(), ITSELF, at)) {
            levels.add(change(now, lower.get(), Reasons.cut(reason.get()), ITSELF, at, true, false, evidence));
        }
    }

    /** The level of a type now; the one it began with where none was set. */
    LevelSetting setting(String workType) {
        return levels.find(workType).orElseGet(() -> new LevelSetting(workType, settings.first(workType), null, null));
    }

    private Optional<String> tooMuch(LevelSetting now, AutomationOutcome error) {
        Demotion limits = settings.demotion();
        boolean trustedNoLess = now.level().compareTo(error.level()) >= 0;
        if (limits.onSevere() && trustedNoLess && error.severity() == AutomationOutcome.Severity.SEVERE) {
            return Optional.of("A severe error in " + error.requestNumber() + ": " + error.detail());
        }
        if (error.level() != now.level()) {
            return Optional.empty();
        }
        if (error.kind().lookedAt()) {
            List<Boolean> latest = outcomes.latest(now.workType(), now.level(), now.counted(), limits.window());
            long wrong = latest.stream().filter(right -> !right).count();
            return wrong > limits.errorRate() * limits.window()
                    ? Optional.of(wrong + " of the last " + latest.size() + " that were looked at were wrong, the last "
                            + error.requestNumber() + ": " + error.detail())
                    : Optional.empty();
        }
        Instant from = later(now.counted(), clock.instant().minusSeconds(limits.cameBackDays() * 86_400L));
        int cameBack = outcomes.cameBack(now.workType(), now.level(), from);
        long finished = outcomes.finishedAlone(now.workType(), from);
        return cameBack > limits.cameBackRate() * Math.max(finished, limits.window())
                ? Optional.of(cameBack + " came back of " + finished + " that automation finished alone, the last "
                        + error.requestNumber() + ": " + error.detail())
                : Optional.empty();
    }

    private Optional<String> lacking(LevelSetting now, AutomationLevel to, Evidence evidence) {
        if (to.compareTo(now.level()) < 0) {
            return Optional.empty();
        }
        if (!now.level().next().equals(Optional.of(to))) {
            return Optional.of("The evidence at " + words(now.level()) + " says nothing about " + words(to)
                    + ". Go one level at a time, or override with a reason.");
        }
        Threshold threshold = threshold(now.level());
        int missing = evidence.missing(threshold);
        return missing == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s is not earned yet: %d outcomes were looked at, %d of them wrong; the share of errors may be"
                                + " %.1f %%, and %.1f %% is the most. %d more outcomes without an error are needed, or"
                                + " override with a reason.",
                        words(to),
                        evidence.lookedAt(),
                        evidence.wrong(),
                        100 * evidence.upperBound(),
                        100 * threshold.errorBound(),
                        missing));
    }

    private Known known(LevelSetting setting) {
        Evidence evidence = evidence(setting);
        Earning earning = setting.level()
                .next()
                .map(next ->
                        new Earning(next, threshold(setting.level()), evidence.missing(threshold(setting.level()))))
                .orElse(null);
        String note = levels.changes(AutomationChange.LEVEL, setting.workType(), 0, 1).stream()
                .filter(AutomationChange::automatic)
                .map(last -> "Fell from " + words(last.from()) + " by itself: " + last.reason())
                .findFirst()
                .orElse("");
        boolean enabled = switches.find(SwitchScope.WORK_TYPE, setting.workType())
                .filter(KillSwitch::on)
                .isEmpty();
        return new Known(
                setting,
                enabled,
                evidence,
                outcomes.finishedAlone(setting.workType(), setting.counted()),
                earning,
                note);
    }

    private LevelSetting existing(String workType) {
        if (!workTypes.exists(workType)) {
            throw new AutomationRefused(Kind.NOT_FOUND, "The catalogue has no work type " + workType + ".");
        }
        return setting(workType);
    }

    private Evidence evidence(LevelSetting setting) {
        return outcomes.evidence(setting.workType(), setting.level(), setting.counted());
    }

    private Threshold threshold(AutomationLevel level) {
        return Objects.requireNonNull(settings.promotion().get(level), "every level but the last has a threshold");
    }

    private static AutomationChange change(
            LevelSetting now,
            AutomationLevel to,
            String reason,
            String by,
            Instant at,
            boolean automatic,
            boolean overridden,
            Evidence evidence) {
        return new AutomationChange(
                AutomationChange.LEVEL,
                now.workType(),
                now.level().name(),
                to.name(),
                reason,
                by,
                at,
                automatic,
                overridden,
                evidence);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String words(AutomationLevel level) {
        return words(level.name());
    }

    private static String words(String level) {
        return level.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
