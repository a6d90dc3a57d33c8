package org.throughline.sandbox.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes messages over and files them. A message is first written to the spool with its envelope and only then filed, so
 * that a process that dies in between finishes the delivery at its next start, to everyone exactly once.
 */
final class MailDelivery {

    /** Who sent a message to whom; {@code owner} is the logged-in sender in whose sent mail it is filed, or empty. */
    record Envelope(String from, String owner, List<String> recipients) {

        String text() {
            return from + "\n" + owner + "\n" + String.join("\n", recipients);
        }

        static Envelope read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return new Envelope(lines.get(0), lines.get(1), List.copyOf(lines.subList(2, lines.size())));
        }
    }

    private static final String MESSAGE = ".eml";
    private static final String ENVELOPE = ".envelope";

    private final Path spool;
    private final Mailboxes mailboxes;
    private final Predicate<String> bounces;
    private final Bounce bounce;

    MailDelivery(Path root, Mailboxes mailboxes, Predicate<String> bounces, Clock clock) throws IOException {
        this.spool = Files.createDirectories(root.resolve(".spool"));
        this.mailboxes = mailboxes;
        this.bounces = bounces;
        this.bounce = new Bounce(clock);
    }

    /** A new file for a message that is coming in; without an envelope it is thrown away at the next start. */
    Path newMessage() {
        return spool.resolve(UUID.randomUUID() + MESSAGE);
    }

    /** Takes over a message that is complete and on the disk; when this returns it is filed. */
    void accept(Path message, Envelope envelope) throws IOException {
        Disk.write(envelopeOf(message), envelope.text());
        deliver(message);
    }

    /** Finishes what an earlier process took over and throws away what it did not. */
    void recover() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(spool)) {
            left = files.toList();
        }
        for (Path file : left) {
            if (!file.toString().endsWith(ENVELOPE) && !Files.exists(envelopeOf(file))) {
                Files.deleteIfExists(file);
            }
        }
        for (Path file : left) {
            if (file.toString().endsWith(ENVELOPE)) {
                deliver(file.resolveSibling(id(file) + MESSAGE));
            }
        }
    }

    private void deliver(Path message) throws IOException {
        Path envelopeFile = envelopeOf(message);
        if (Files.exists(message)) {
            Envelope envelope = Envelope.read(envelopeFile);
            String id = id(message);
            List<String> failed = new ArrayList<>();
            for (String recipient : envelope.recipients()) {
                if (bounces.test(recipient)) {
                    failed.add(recipient);
                } else {
                    mailboxes.folder(recipient, Mailboxes.INBOX).deliver(message, id, Set.of());
                }
            }
            // Last: whoever reads a message back among those sent may take it that its recipients have it.
            if (!envelope.owner().isEmpty()) {
                mailboxes.folder(envelope.owner(), Mailboxes.SENT).deliver(message, id, Set.of(MailFlag.SEEN));
            }
            if (!failed.isEmpty() && !envelope.from().isEmpty()) {
                Path report = spool.resolve(id + "-bounce" + MESSAGE);
                bounce.write(report, message, envelope.from(), failed);
                accept(report, new Envelope("", "", List.of(envelope.from())));
            }
        }
        Files.deleteIfExists(message);
        Files.deleteIfExists(envelopeFile);
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Path envelopeOf(Path message) {
        return message.resolveSibling(id(message) + ENVELOPE);
    }
}
