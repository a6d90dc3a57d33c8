package org.throughline.exchange.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.mapping.ColumnPlan.Heading;

/**
 * What an import did, or on trial would do.
 *
 * @param file what kind of file it was found to be
 * @param headingRow the row of the headings; 0 where none was found
 * @param rows rows below the headings that are not blank
 * @param accepted rows that are taken: added, changed and unchanged
 * @param inAms rows whose client or policy the agency management system has; nothing is taken over from them
 * @param refused rows that are not taken; each has a problem
 * @param problems the first of them; {@code moreProblems} says how many are left out
 * @param effects what becomes of each row; {@code moreEffects} says how many are left out
 * @param notes what a person should know about how the file was read
 */
public record ImportReport(
        ExchangeKind kind,
        String mapping,
        boolean dryRun,
        String file,
        int headingRow,
        int rows,
        int accepted,
        int added,
        int changed,
        int unchanged,
        int inAms,
        int refused,
        List<Heading> columns,
        List<RowProblem> problems,
        int moreProblems,
        List<RowEffect> effects,
        int moreEffects,
        List<String> notes) {

    /**
     * Something wrong.
     *
     * @param column the file's heading; empty where it is about the whole row
     * @param value what the cell says, sensitive numbers masked
     */
    public record RowProblem(int row, String column, String value, String message) {}

    /**
     * What becomes of a row.
     *
     * @param key what tells the row from others
     */
    public record RowEffect(
            int row, String key, Effect effect, @Nullable String detail) {}

    /** What an import does with a row. */
    public enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED,
        IN_AMS,
        REFUSED
    }
}
