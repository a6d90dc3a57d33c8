package org.throughline.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All mailboxes of the practice world. Every address has one; its user name and password are the address itself. */
public final class Mailboxes {

    /** Where mail arrives. */
    public static final String INBOX = "INBOX";
    /** Where the server files what the mailbox's owner sent. */
    public static final String SENT = "Sent";

    private static final int LONGEST_NAME = 200;

    private final Path root;
    private final Clock clock;
    private final Map<Path, MailFolder> folders = new ConcurrentHashMap<>();

    public Mailboxes(Path root, Clock clock) throws IOException {
        this.root = Files.createDirectories(root);
        this.clock = clock;
    }

    /** True if the name is a mail address and the password is the same. */
    public static boolean knows(String user, String password) {
        return isAddress(user) && user.equalsIgnoreCase(password);
    }

    /** True if mail can be filed for this address. */
    public static boolean isAddress(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && at < address.length() - 1 && fileName(address).length() <= LONGEST_NAME;
    }

    /** The folder of an address, created if it is not there. */
    public MailFolder folder(String address, String name) {
        return folders.computeIfAbsent(directory(address, name), directory -> {
            try {
                return MailFolder.load(directory, clock.instant().getEpochSecond());
            } catch (IOException broken) {
                throw new UncheckedIOException("Mail folder " + directory + " cannot be read", broken);
            }
        });
    }

    /** The folder of an address if it is there; inbox and sent mail always are. */
    public Optional<MailFolder> existing(String address, String name) {
        return names(address).contains(canonical(name)) ? Optional.of(folder(address, name)) : Optional.empty();
    }

    /** Names of the folders of an address. */
    public List<String> names(String address) {
        TreeSet<String> names = new TreeSet<>(List.of(INBOX, SENT));
        Path mailbox = mailbox(address);
        if (Files.isDirectory(mailbox)) {
            try (Stream<Path> directories = Files.list(mailbox)) {
                directories.forEach(directory ->
                        names.add(URLDecoder.decode(String.valueOf(directory.getFileName()), StandardCharsets.UTF_8)));
            } catch (IOException broken) {
                throw new UncheckedIOException("Mailbox " + mailbox + " cannot be read", broken);
            }
        }
        return List.copyOf(names);
    }

    /** Removes a folder with its messages. */
    public void delete(String address, String name) throws IOException {
        MailFolder folder = folders.remove(directory(address, name));
        if (folder != null) {
            folder.delete();
        }
    }

    private Path mailbox(String address) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("Not a mail address: " + address);
        }
        return root.resolve(fileName(address));
    }

    private Path directory(String address, String name) {
        return mailbox(address).resolve(fileName(canonical(name)).replace(".", "%2E"));
    }

    private static String canonical(String name) {
        return name.equalsIgnoreCase(INBOX) ? INBOX : name;
    }

    private static String fileName(String name) {
        String safe = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%40", "@");
        return name.indexOf('@') > 0 ? safe.toLowerCase(Locale.ROOT) : safe;
    }
}
