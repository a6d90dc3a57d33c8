package org.throughline.exchange.importing;

import org.jspecify.annotations.Nullable;
import org.throughline.exchange.importing.ImportReport.Effect;

/** Takes the rows of one file, one after the other, and does at the end what it said of each. */
interface RowImporter {

    /**
     * What a row would do.
     *
     * @param key what tells the row from others, for people
     */
    record Verdict(String key, Effect effect, @Nullable String detail) {

        static Verdict of(String key, Effect effect) {
            return new Verdict(key, effect, null);
        }
    }

    /** Looks at a row; what is wrong with it becomes its problems, and then the verdict does not count. */
    Verdict look(ImportRow row);

    /** Remembers a row that was looked at and not refused. */
    void take();

    /** Does it. */
    void apply();
}
