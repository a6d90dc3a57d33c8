package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** A stored attachment without its bytes. */
public record ItemAttachment(
        String id,
        String itemId,
        String filename,
        String contentType,
        long size,
        @Nullable String acordForm,
        String text) {}
