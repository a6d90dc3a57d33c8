package org.throughline.sandbox.hawksoft;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of the practice book's records: the same on every machine. */
final class SeedIds {

    private SeedIds() {}

    static String of(String name) {
        return UUID.nameUUIDFromBytes(("hawksoft " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
