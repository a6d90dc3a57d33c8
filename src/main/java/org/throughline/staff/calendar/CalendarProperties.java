package org.throughline.staff.calendar;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * On which days the agency is closed. The federal holidays are known; every other holiday is a rule as
 * {@link HolidayRule} reads it, such as {@code 4th Thu of Nov + 1 day: Day after Thanksgiving}.
 *
 * @param openOn names of federal holidays on which the agency works all the same
 * @param holidays the agency's own holidays
 * @param stateHolidays further holidays by two-letter state; those of the state of the agency's office count
 */
@Validated
@ConfigurationProperties("throughline.calendar")
public record CalendarProperties(
        @NotNull @DefaultValue List<String> openOn,
        @NotNull @DefaultValue List<String> holidays,
        @NotNull @DefaultValue Map<String, List<String>> stateHolidays) {}
