package org.throughline.ams.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of {@code client_index} with its keys; its people at the agency are named as the system names them. */
record IndexRow(
        String clientId,
        String name,
        @Nullable String dba,
        boolean commercial,
        String state,
        @Nullable String accountManager,
        @Nullable String producer,
        List<IndexKey> keys) {}
