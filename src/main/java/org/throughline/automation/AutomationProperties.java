package org.throughline.automation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What levels begin with and what moves them.
 *
 * @param levels level of a work type until somebody sets one; the rest begins at APPROVE_ALL
 * @param promotion what a level asks for before the next one is earned; levels left out ask for the usual
 */
@Validated
@ConfigurationProperties("throughline.automation")
public record AutomationProperties(
        @DefaultValue Map<String, AutomationLevel> levels,
        @DefaultValue @Valid Map<AutomationLevel, Threshold> promotion,
        @DefaultValue @Valid Demotion demotion) {

    private static final AutomationLevel FIRST = AutomationLevel.APPROVE_ALL;

    public AutomationProperties {
        Map<AutomationLevel, Threshold> all = new EnumMap<>(Map.of(
                AutomationLevel.SHADOW, new Threshold(30, 0.10),
                AutomationLevel.APPROVE_ALL, new Threshold(60, 0.05),
                AutomationLevel.SAMPLED, new Threshold(150, 0.02)));
        all.putAll(promotion);
        promotion = Map.copyOf(all);
    }

    /**
     * What must be shown at a level to earn the next.
     *
     * @param outcomes how many that somebody looked at, at least
     * @param errorBound the most that the upper bound of the share of errors may be
     */
    public record Threshold(
            @Min(1) int outcomes,
            @DecimalMin("0.0001") @DecimalMax("1") double errorBound) {}

    /**
     * What costs a level. Both shares are of a full window, so that a young level is not lost by its first mistake.
     *
     * @param window how many of the latest outcomes that somebody looked at count
     * @param errorRate share of errors in the window above which the level is lost
     * @param cameBackDays days for which work counts that came back after nobody had looked at it
     * @param cameBackRate share of it in what automation finished alone in these days, above which the level is lost
     * @param onSevere whether one severe error is enough
     */
    public record Demotion(
            @DefaultValue("50") @Min(1) int window,

            @DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1")
            double errorRate,

            @DefaultValue("90") @Min(1) int cameBackDays,

            @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("1")
            double cameBackRate,

            @DefaultValue("true") boolean onSevere) {}

    /** The level that a work type begins with. */
    public AutomationLevel first(String workType) {
        return levels.getOrDefault(workType, FIRST);
    }
}
