package org.throughline.ams.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of {@code client_index} with its keys. */
record IndexRow(
        String clientId, String name, @Nullable String dba, boolean commercial, String state, List<IndexKey> keys) {}
