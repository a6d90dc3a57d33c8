package org.throughline.ams.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.ClientBook.Source;

/** One row of {@code client_index} with its keys; its people at the agency are named as the system names them. */
record IndexRow(
        String clientId,
        Source source,
        String name,
        @Nullable String dba,
        boolean commercial,
        String state,
        @Nullable String accountManager,
        @Nullable String producer,
        List<IndexKey> keys) {

    /** The same row as it is on a day. */
    IndexRow on(LocalDate day) {
        return withKeys(keys.stream().map(key -> key.on(day)).toList());
    }

    /** The same row with its keys in one order, so that rows which say the same are equal. */
    IndexRow sorted() {
        return withKeys(keys.stream()
                .sorted(Comparator.comparing(IndexKey::kind).thenComparing(IndexKey::lookup))
                .toList());
    }

    private IndexRow withKeys(List<IndexKey> others) {
        return new IndexRow(clientId, source, name, dba, commercial, state, accountManager, producer, others);
    }
}
