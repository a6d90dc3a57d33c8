package org.throughline.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sampling rate depends on. */
@Component
public class SampleRecord {

    /** Days since the last error where there never was one. */
    static final int NEVER = 9999;

    private final OutcomeTable outcomes;
    private final AutomationLevels levels;
    private final Clock clock;

    public SampleRecord(OutcomeTable outcomes, AutomationLevels levels, Clock clock) {
        this.outcomes = outcomes;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * Inputs of {@code sampling-rate}.
     *
     * @param finishedAlone false where a person acted on the request, so that there is nothing to sample
     * @param daysAtLevel full days since the level was given; 9999 for the level it began with
     * @param daysSinceDefect full days since the last error was found; 9999 where there never was one
     * @param lookedAt outcomes looked at since the level was given
     */
    public record Facts(boolean finishedAlone, int daysAtLevel, int daysSinceDefect, int lookedAt) {}

    @Transactional(readOnly = true)
    public Facts of(String requestNumber, String workType) {
        LevelSetting setting = levels.setting(workType);
        return new Facts(
                outcomes.finishedAlone(requestNumber),
                setting.since() == null ? NEVER : days(setting.since()),
                outcomes.lastError(workType).map(this::days).orElse(NEVER),
                outcomes.evidence(workType, setting.level(), setting.counted()).lookedAt());
    }

    private int days(Instant since) {
        return (int) Math.min(Math.max(Duration.between(since, clock.instant()).toDays(), 0), NEVER);
    }
}
