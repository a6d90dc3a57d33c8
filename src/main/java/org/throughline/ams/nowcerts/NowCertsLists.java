package org.throughline.ams.nowcerts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.throughline.ams.nowcerts.NowCertsApi.Listing;

/** Pages through the vendor's lists and splits its id arrays, which take 50 at most. */
final class NowCertsLists {

    static final int PAGE = 200;
    private static final int IDS = 50;

    private NowCertsLists() {}

    /** All rows of a list. */
    static <T> List<T> all(PageCall<T> call) {
        List<T> rows = new ArrayList<>();
        while (true) {
            Listing<T> page = call.page(rows.size(), PAGE);
            rows.addAll(page.value());
            if (page.value().isEmpty() || rows.size() >= page.count()) {
                return rows;
            }
        }
    }

    /** The answers for all ids. */
    static <T> List<T> inBatches(List<String> ids, Function<List<String>, List<T>> call) {
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            rows.addAll(call.apply(ids.subList(from, Math.min(ids.size(), from + IDS))));
        }
        return rows;
    }

    /** A text as an OData literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** One call for a page of a list. */
    @FunctionalInterface
    interface PageCall<T> {
        Listing<T> page(int skip, int top);
    }
}
