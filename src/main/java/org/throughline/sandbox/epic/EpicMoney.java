package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Amounts as the vendor writes them: whole units as text, cents as a number. */
final class EpicMoney {

    private static final List<String> AMOUNTS = List.of("estimated", "annualized", "billed");
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private EpicMoney() {}

    static ObjectNode amount(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        return EpicHal.JSON
                .createObjectNode()
                .put("currencySymbol", "$")
                .put("units", cents.toBigInteger().toString())
                .put(
                        "partialUnits",
                        cents.remainder(BigDecimal.ONE).movePointRight(2).intValue());
    }

    /** A year's amount in the four ways in which the vendor gives one. */
    static ObjectNode yearly(BigDecimal amount) {
        ObjectNode all = EpicHal.JSON.createObjectNode();
        AMOUNTS.forEach(name -> all.set(name, amount(amount)));
        return all.set("estimatedMonthly", amount(amount.divide(MONTHS, 2, RoundingMode.HALF_UP)));
    }

    /** Notes what is wrong with amounts that were sent. */
    static void check(JsonNode amounts, String name, List<String> wrong) {
        for (String each : AMOUNTS) {
            JsonNode units = amounts.path(each).path("units");
            if (!units.isMissingNode() && !(units.isTextual() && units.asText().matches("[1-9][0-9]*"))) {
                wrong.add(name + "." + each + ".units has to be whole units as a text");
            }
        }
    }
}
