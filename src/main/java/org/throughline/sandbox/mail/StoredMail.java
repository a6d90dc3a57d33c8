package org.throughline.sandbox.mail;

import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;

/** One message of a folder: a file whose name carries its number, its delivery and its flags. */
public final class StoredMail {

    private final long uid;
    private final String delivery;
    private final long size;
    private final Instant received;
    private Path file;
    private volatile Set<MailFlag> flags;
    private volatile boolean expunged;

    StoredMail(long uid, String delivery, Set<MailFlag> flags, Path file) throws IOException {
        this.uid = uid;
        this.delivery = delivery;
        this.flags = Set.copyOf(flags);
        this.file = file;
        this.size = Files.size(file);
        this.received = Files.getLastModifiedTime(file).toInstant();
    }

    static String fileName(long uid, String delivery, Set<MailFlag> flags) {
        return "%010d.%s,%s.eml".formatted(uid, delivery, MailFlag.letters(flags));
    }

    public long uid() {
        return uid;
    }

    String delivery() {
        return delivery;
    }

    /** Size in octets. */
    public long size() {
        return size;
    }

    public Instant received() {
        return received;
    }

    public Set<MailFlag> flags() {
        return flags;
    }

    public boolean expunged() {
        return expunged;
    }

    /** Opens the message; the stream reads from the file and survives changes of flags. */
    public synchronized SharedFileInputStream open() throws IOException {
        return new SharedFileInputStream(file.toFile());
    }

    /** The flags are in the file's name, so that they outlive the process. */
    public synchronized void flags(Set<MailFlag> wanted) throws IOException {
        if (expunged || wanted.equals(flags)) {
            return;
        }
        Path renamed = file.resolveSibling(fileName(uid, delivery, wanted));
        Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
        file = renamed;
        flags = Set.copyOf(wanted);
    }

    synchronized void link(Path target) throws IOException {
        Disk.link(file, target);
    }

    synchronized void remove() throws IOException {
        expunged = true;
        Files.deleteIfExists(file);
    }
}
