package org.throughline.ams.epic;

import java.util.ArrayList;
import java.util.List;
import org.throughline.ams.epic.EpicRows.Page;

/** Pages through the vendor's collections. */
final class EpicPages {

    /** The most rows that the vendor gives at once. */
    static final int LIMIT = 500;

    private EpicPages() {}

    /** All rows of a collection. */
    static <T> List<T> all(PageCall<T> call) {
        return rest(call, call.page(0, LIMIT));
    }

    /** All rows of a collection whose first page has been read. */
    static <T> List<T> rest(PageCall<T> call, Page<T> first) {
        List<T> rows = new ArrayList<>(first.rows());
        Page<T> page = first;
        while (!page.rows().isEmpty() && rows.size() < page.total()) {
            page = call.page(rows.size(), LIMIT);
            rows.addAll(page.rows());
        }
        return rows;
    }

    /** One call for a page of a collection. */
    @FunctionalInterface
    interface PageCall<T> {
        Page<T> page(int offset, int limit);
    }
}
