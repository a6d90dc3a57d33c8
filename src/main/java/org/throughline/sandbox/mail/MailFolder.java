package org.throughline.sandbox.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of a mailbox: a directory with one file a message. Numbers (UIDs) are never given twice. */
public final class MailFolder {

    private static final Pattern MAIL_FILE = Pattern.compile("(\\d+)\\.([^,]+),([A-Z]*)\\.eml");

    private final Path directory;
    private final Path numbers;
    private final long validity;
    private final List<StoredMail> mails = new ArrayList<>();
    private final Set<String> deliveries = new HashSet<>();
    private long nextUid;

    private MailFolder(Path directory, long now) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.numbers = directory.resolve("numbers");
        if (!Files.exists(numbers)) {
            Disk.write(numbers, now + " 1");
        }
        String[] known = Files.readString(numbers, StandardCharsets.UTF_8).split(" ", -1);
        this.validity = Long.parseLong(known[0]);
        this.nextUid = Long.parseLong(known[1]);
    }

    /** Reads the folder from its directory, which is created if need be. */
    static MailFolder load(Path directory, long now) throws IOException {
        MailFolder folder = new MailFolder(directory, now);
        List<StoredMail> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = MAIL_FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(new StoredMail(
                            Long.parseLong(name.group(1)), name.group(2), MailFlag.ofLetters(name.group(3)), file));
                }
            }
        }
        found.sort(Comparator.comparingLong(StoredMail::uid));
        found.forEach(folder::keep);
        return folder;
    }

    private void keep(StoredMail mail) {
        mails.add(mail);
        deliveries.add(mail.delivery());
        nextUid = Math.max(nextUid, mail.uid() + 1);
    }

    /** UIDVALIDITY: another value means another folder of the same name. */
    public long validity() {
        return validity;
    }

    public synchronized long nextUid() {
        return nextUid;
    }

    /** The messages, oldest first. */
    public synchronized List<StoredMail> mails() {
        return List.copyOf(mails);
    }

    /** Files a complete message under a delivery id; the same delivery a second time changes nothing. */
    synchronized void deliver(Path message, String delivery, Set<MailFlag> flags) throws IOException {
        if (!deliveries.contains(delivery)) {
            Path target = directory.resolve(StoredMail.fileName(nextUid, delivery, flags));
            Disk.link(message, target);
            keep(new StoredMail(nextUid, delivery, flags, target));
        }
    }

    /** Adds a complete message, whose file is taken over, and returns its number. */
    public synchronized long append(Path message, String delivery, Set<MailFlag> flags) throws IOException {
        deliver(message, delivery, flags);
        Files.delete(message);
        return mails.get(mails.size() - 1).uid();
    }

    /** Copies a message of another folder here and returns its number. */
    public synchronized long copy(StoredMail mail, String delivery) throws IOException {
        Path target = directory.resolve(StoredMail.fileName(nextUid, delivery, mail.flags()));
        mail.link(target);
        keep(new StoredMail(nextUid, delivery, mail.flags(), target));
        return mails.get(mails.size() - 1).uid();
    }

    /** Removes messages for good. */
    public synchronized void expunge(List<StoredMail> gone) throws IOException {
        if (gone.isEmpty()) {
            return;
        }
        Disk.write(numbers, validity + " " + nextUid);
        for (StoredMail mail : gone) {
            mail.remove();
        }
        mails.removeAll(new HashSet<>(gone));
    }

    synchronized void delete() throws IOException {
        expunge(mails());
        Files.deleteIfExists(numbers);
        Files.deleteIfExists(directory);
    }
}
