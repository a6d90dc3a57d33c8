package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change costs for the rest of the term: invented rates, so much of the term's premium for each item. */
final class Rating {

    private static final BigDecimal WAIVER = new BigDecimal("0.02");

    private Rating() {}

    /** By how much the premium changes, in dollars. */
    static BigDecimal change(JsonNode policy, LocalDate from, List<PolicyChange> changes) {
        BigDecimal share = changes.stream().map(Rating::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return rest(policy, from).multiply(share).setScale(2, RoundingMode.HALF_UP);
    }

    /** What goes back when the policy ends, in dollars and negative. */
    static BigDecimal cancellation(JsonNode policy, LocalDate from) {
        return rest(policy, from).negate().setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rest(JsonNode policy, LocalDate from) {
        LocalDate begin = LocalDate.parse(policy.path("effective").asText());
        LocalDate end = LocalDate.parse(policy.path("expiration").asText());
        LocalDate start = from.isBefore(begin) ? begin : from;
        long left = Math.max(0, ChronoUnit.DAYS.between(start, end));
        BigDecimal term = BigDecimal.valueOf(Math.max(1, ChronoUnit.DAYS.between(begin, end)));
        return new BigDecimal(policy.path("premium").asText("0"))
                .multiply(BigDecimal.valueOf(left))
                .divide(term, 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(PolicyChange change) {
        BigDecimal whole = switch (change.item()) {
            case VEHICLE -> new BigDecimal("0.25");
            case DRIVER, LOCATION -> new BigDecimal("0.10");
            case COVERAGE, EXPOSURE -> new BigDecimal("0.05");
            case ADDITIONAL_INSURED, NAMED_INSURED -> new BigDecimal("0.01");
            case MORTGAGEE, LOSS_PAYEE, LIENHOLDER, MAILING_ADDRESS -> BigDecimal.ZERO;
        };
        if (granted(change.values().get("waiver"))) {
            whole = whole.add(WAIVER);
        }
        return switch (change.action()) {
            case ADD -> whole;
            case REMOVE -> whole.negate();
            case CHANGE -> change.values().containsKey("limit") ? whole : BigDecimal.ZERO;
        };
    }

    private static boolean granted(@Nullable String value) {
        return value != null && value.matches("(?i)y|yes|true");
    }
}
