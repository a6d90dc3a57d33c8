package org.throughline.intake.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.throughline.intake.NewItem;

/** What makes two arrivals the same: their id, whatever the channel; without one, what they say. */
final class DedupeKey {

    private DedupeKey() {}

    static String of(NewItem item) {
        String id = item.externalId();
        if (id != null && !id.isBlank()) {
            return ofId(id);
        }
        StringBuilder said = new StringBuilder();
        String sender = item.senderAddress().isEmpty() ? item.sender() : item.senderAddress();
        add(said, sender.toLowerCase(Locale.ROOT));
        add(said, item.subject().strip());
        add(said, item.body().strip());
        item.attachments().forEach(file -> add(said, file.sha256()));
        return "content:" + sha256(said.toString());
    }

    static String ofId(String externalId) {
        return "id:" + sha256(externalId.strip());
    }

    /** With its length in front, no text can stand for two. */
    private static void add(StringBuilder said, String part) {
        said.append(part.length()).append(':').append(part);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
