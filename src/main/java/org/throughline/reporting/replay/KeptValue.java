package org.throughline.reporting.replay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as the engine's history keeps it in the columns of inputs, outputs and variables. */
final class KeptValue {

    /** The columns to select, after a prefix that ends with a dot. */
    static String columns(String prefix) {
        return prefix + "VAR_TYPE_ as KIND, " + prefix + "TEXT_, " + prefix + "LONG_, " + prefix + "DOUBLE_, " + prefix
                + "BYTEARRAY_ID_";
    }

    private KeptValue() {}

    static @Nullable Object of(ResultSet row) throws SQLException {
        String kind = row.getString("KIND");
        return switch (kind == null ? "null" : kind) {
            case "boolean" -> row.getLong("LONG_") == 1;
            case "integer", "long", "short" -> row.getLong("LONG_");
            case "double" -> row.getDouble("DOUBLE_");
            case "date" -> Date.from(Instant.ofEpochMilli(row.getLong("LONG_")));
            default -> row.getString("TEXT_");
        };
    }

    /** Whether a row has a value that stands in no column, such as an object. */
    static boolean isElsewhere(ResultSet row) throws SQLException {
        return row.getString("BYTEARRAY_ID_") != null;
    }

    /** Adds what a rule gives; several rules of a table are told one after the other. */
    static void add(Map<String, @Nullable Object> outputs, String name, @Nullable Object value) {
        outputs.merge(name, value == null ? "" : value, (before, more) -> text(before) + ", " + text(more));
    }

    /** The value as people compare it: {@code 60} whether it was kept as a whole or a decimal number, nothing as "". */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof Date date ? date.toInstant().toString() : value.toString();
    }
}
