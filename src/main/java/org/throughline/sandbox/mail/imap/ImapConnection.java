package org.throughline.sandbox.mail.imap;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.sandbox.mail.MailFlag;
import org.throughline.sandbox.mail.MailFolder;
import org.throughline.sandbox.mail.Mailboxes;
import org.throughline.sandbox.mail.StoredMail;

/** One client: logs in, selects a folder and works on it. */
final class ImapConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);
    private static final String CAPABILITIES = "IMAP4rev1 UIDPLUS UNSELECT MOVE IDLE";
    private static final String FLAGS = ImapOutput.flags(EnumSet.allOf(MailFlag.class));
    private static final int AUTOLOGOUT = Math.toIntExact(Duration.ofMinutes(30).toMillis());
    private static final int IDLE_LOOK = 300;

    private final Socket socket;
    private final Mailboxes mailboxes;
    private final Supplier<Path> newFile;
    private final ImapInput in;
    private final ImapOutput out;
    private @Nullable String user;
    private @Nullable SelectedFolder selected;
    private boolean loggedOut;

    ImapConnection(Socket socket, Mailboxes mailboxes, Supplier<Path> newFile, long largest) throws IOException {
        this.socket = socket;
        this.mailboxes = mailboxes;
        this.newFile = newFile;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(AUTOLOGOUT);
        this.out = new ImapOutput(new BufferedOutputStream(socket.getOutputStream(), 32 * 1024));
        this.in = new ImapInput(new BufferedInputStream(socket.getInputStream(), 32 * 1024), out, newFile, largest);
    }

    void run() throws IOException {
        out.line("* OK [CAPABILITY " + CAPABILITIES + "] Practice mail is ready");
        out.flush();
        while (!loggedOut) {
            String tag = in.startCommand();
            try {
                ImapInput.Command command = in.readCommand(tag);
                String answer = execute(command);
                out.line(tag + " OK " + answer);
            } catch (BadCommand refused) {
                out.line(tag + " " + refused.answer() + " " + refused.getMessage());
            } catch (UncheckedIOException gone) {
                LOG.warn("A mail folder could not be read", gone);
                out.line(tag + " NO The mail folder could not be read");
            }
            out.flush();
        }
    }

    private String execute(ImapInput.Command command) throws IOException {
        boolean byUid = command.name().equals("UID");
        if (byUid) {
            List<Arg> args = command.args();
            ImapInput.Command inner =
                    new ImapInput.Command(command.tag(), command.arg(0).upper(), args.subList(1, args.size()));
            String answer = executeSelected(inner, true);
            tell(true);
            return answer;
        }
        switch (command.name()) {
            case "CAPABILITY" -> out.line("* CAPABILITY " + CAPABILITIES);
            case "NOOP", "CHECK" -> tell(true);
            case "LOGOUT" -> {
                out.line("* BYE See you");
                loggedOut = true;
            }
            case "LOGIN" -> {
                login(command);
                return "[CAPABILITY " + CAPABILITIES + "] Logged in";
            }
            case "SELECT", "EXAMINE" -> {
                return select(command);
            }
            case "UNSELECT" -> selected = null;
            case "CLOSE" -> {
                if (!selected().readOnly()) {
                    removeDeleted(mail -> true);
                }
                selected = null;
            }
            case "LIST", "LSUB" -> list(command);
            case "STATUS" -> status(command);
            case "CREATE" -> mailboxes.folder(user(), command.arg(0).text());
            case "DELETE" -> delete(command.arg(0).text());
            case "SUBSCRIBE", "UNSUBSCRIBE" -> user();
            case "APPEND" -> {
                return append(command);
            }
            case "IDLE" -> idle();
            default -> {
                String answer = executeSelected(command, false);
                tell(command.name().equals("EXPUNGE") || command.name().equals("MOVE"));
                return answer;
            }
        }
        return command.name() + " completed";
    }

    private String executeSelected(ImapInput.Command command, boolean byUid) throws IOException {
        switch (command.name()) {
            case "FETCH" -> {
                Fetch fetch =
                        new Fetch(command.arg(1).items(), byUid, selected().readOnly(), out);
                selected().each(NumberSet.of(command.arg(0).text()), byUid, fetch::write);
            }
            case "STORE" -> store(command, byUid);
            case "SEARCH" -> search(command, byUid);
            case "COPY" -> {
                return copy(command, byUid, false);
            }
            case "MOVE" -> {
                return copy(command, byUid, true);
            }
            case "EXPUNGE" -> {
                writable();
                NumberSet uids = byUid ? NumberSet.of(command.arg(0).text()) : null;
                removeDeleted(mail ->
                        uids == null || uids.contains(mail.uid(), selected().lastUid()));
            }
            default -> throw BadCommand.bad("Unknown command " + command.name());
        }
        return command.name() + " completed";
    }

    private void login(ImapInput.Command command) {
        String name = command.arg(0).unicode();
        if (!Mailboxes.knows(name, command.arg(1).unicode())) {
            throw BadCommand.no("[AUTHENTICATIONFAILED] User name and password are the mail address");
        }
        user = name.toLowerCase(Locale.ROOT);
        selected = null;
    }

    private String user() {
        if (user == null) {
            throw BadCommand.no("Log in first");
        }
        return user;
    }

    private SelectedFolder selected() {
        user();
        if (selected == null) {
            throw BadCommand.bad("Select a folder first");
        }
        return selected;
    }

    private SelectedFolder writable() {
        if (selected().readOnly()) {
            throw BadCommand.no("The folder is opened for reading only");
        }
        return selected();
    }

    private MailFolder folder(String name) {
        return mailboxes
                .existing(user(), name)
                .orElseThrow(() -> BadCommand.no("[TRYCREATE] There is no folder " + name));
    }

    private void tell(boolean mayRenumber) throws IOException {
        if (selected != null) {
            selected.tell(out, mayRenumber);
        }
    }

    private String select(ImapInput.Command command) throws IOException {
        selected = null;
        boolean readOnly = command.name().equals("EXAMINE");
        SelectedFolder folder = new SelectedFolder(folder(command.arg(0).text()), readOnly);
        out.line("* FLAGS " + FLAGS);
        out.line("* OK [PERMANENTFLAGS " + (readOnly ? "()" : FLAGS) + "] These are kept");
        out.line("* " + folder.entries().size() + " EXISTS");
        out.line("* 0 RECENT");
        out.line("* OK [UIDVALIDITY " + folder.folder().validity() + "] UIDs are valid");
        out.line("* OK [UIDNEXT " + folder.folder().nextUid() + "] Predicted next UID");
        selected = folder;
        return (readOnly ? "[READ-ONLY]" : "[READ-WRITE]") + " " + command.name() + " completed";
    }

    private void list(ImapInput.Command command) throws IOException {
        String pattern = command.arg(0).text() + command.arg(1).text();
        if (command.arg(1).text().isEmpty()) {
            out.line("* " + command.name() + " (\\Noselect) \"/\" \"\"");
            return;
        }
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '%' ? "[^/]*" : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        Pattern wanted = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        for (String name : mailboxes.names(user())) {
            if (wanted.matcher(name).matches()) {
                out.line("* " + command.name() + " (\\HasNoChildren) \"/\" " + ImapOutput.string(name));
            }
        }
    }

    private void status(ImapInput.Command command) throws IOException {
        MailFolder folder = folder(command.arg(0).text());
        List<StoredMail> mails = folder.mails();
        List<String> values = new ArrayList<>();
        for (Arg item : command.arg(1).items()) {
            long value = switch (item.upper()) {
                case "MESSAGES" -> mails.size();
                case "RECENT" -> 0;
                case "UIDNEXT" -> folder.nextUid();
                case "UIDVALIDITY" -> folder.validity();
                case "UNSEEN" ->
                    mails.stream()
                            .filter(mail -> !mail.flags().contains(MailFlag.SEEN))
                            .count();
                default -> throw BadCommand.bad("Unknown item " + item.text());
            };
            values.add(item.upper() + " " + value);
        }
        out.line("* STATUS " + ImapOutput.string(command.arg(0).text()) + " (" + String.join(" ", values) + ")");
    }

    private void delete(String name) throws IOException {
        if (name.equalsIgnoreCase(Mailboxes.INBOX) || name.equals(Mailboxes.SENT)) {
            throw BadCommand.no("This folder stays");
        }
        folder(name);
        mailboxes.delete(user(), name);
    }

    private String append(ImapInput.Command command) throws IOException {
        MailFolder folder = folder(command.arg(0).text());
        Set<MailFlag> flags = EnumSet.noneOf(MailFlag.class);
        for (Arg arg : command.args()) {
            if (arg.list() != null) {
                flags.addAll(flags(arg.items()));
            }
        }
        Arg message = command.args().get(command.args().size() - 1);
        Path file = message.file();
        if (file == null) {
            file = newFile.get();
            Files.writeString(file, message.text(), StandardCharsets.ISO_8859_1);
        }
        long uid = folder.append(file, UUID.randomUUID().toString(), flags);
        tell(true);
        return "[APPENDUID " + folder.validity() + " " + uid + "] APPEND completed";
    }

    private void idle() throws IOException {
        out.line("+ Waiting");
        out.flush();
        socket.setSoTimeout(IDLE_LOOK);
        try {
            while (true) {
                tell(true);
                out.flush();
                if (lineWithin()) {
                    return;
                }
            }
        } finally {
            socket.setSoTimeout(AUTOLOGOUT);
        }
    }

    private boolean lineWithin() throws IOException {
        try {
            in.readLine();
            return true;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        }
    }

    private void store(ImapInput.Command command, boolean byUid) throws IOException {
        SelectedFolder folder = writable();
        String mode = command.arg(1).upper();
        boolean silent = mode.endsWith(".SILENT");
        Set<MailFlag> named = flags(command.args().subList(2, command.args().size()).stream()
                .flatMap(arg -> arg.items().stream())
                .toList());
        folder.each(NumberSet.of(command.arg(0).text()), byUid, (number, entry) -> {
            StoredMail mail = entry.mail();
            Set<MailFlag> flags = new HashSet<>(mail.flags());
            switch (silent ? mode.substring(0, mode.length() - 7) : mode) {
                case "FLAGS" -> flags = named;
                case "+FLAGS" -> flags.addAll(named);
                case "-FLAGS" -> flags.removeAll(named);
                default -> throw BadCommand.bad("Unknown item " + mode);
            }
            mail.flags(flags);
            entry.told(mail.flags());
            if (!silent && !mail.expunged()) {
                out.line("* " + number + " FETCH (" + (byUid ? "UID " + mail.uid() + " " : "") + "FLAGS "
                        + ImapOutput.flags(mail.flags()) + ")");
            }
        });
    }

    private static Set<MailFlag> flags(List<Arg> names) {
        Set<MailFlag> flags = EnumSet.noneOf(MailFlag.class);
        for (Arg name : names) {
            MailFlag.named(name.text()).ifPresent(flags::add);
        }
        return flags;
    }

    private void search(ImapInput.Command command, boolean byUid) throws IOException {
        SelectedFolder folder = selected();
        Search search = new Search(folder.entries().size(), folder.lastUid());
        List<StoredMail> found = folder.matching(search.condition(command.args()));
        Set<StoredMail> set = new HashSet<>(found);
        StringBuilder numbers = new StringBuilder("* SEARCH");
        List<SelectedFolder.Entry> entries = folder.entries();
        for (int i = 0; i < entries.size(); i++) {
            StoredMail mail = entries.get(i).mail();
            if (set.contains(mail)) {
                numbers.append(' ').append(byUid ? mail.uid() : i + 1);
            }
        }
        out.line(numbers.toString());
    }

    private String copy(ImapInput.Command command, boolean byUid, boolean move) throws IOException {
        SelectedFolder source = move ? writable() : selected();
        MailFolder target = folder(command.arg(1).text());
        List<StoredMail> mails = new ArrayList<>();
        source.each(NumberSet.of(command.arg(0).text()), byUid, (number, entry) -> {
            if (!entry.mail().expunged()) {
                mails.add(entry.mail());
            }
        });
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (StoredMail mail : mails) {
            from.add(String.valueOf(mail.uid()));
            to.add(String.valueOf(target.copy(mail, UUID.randomUUID().toString())));
        }
        String code = mails.isEmpty()
                ? ""
                : "[COPYUID " + target.validity() + " " + String.join(",", from) + " " + String.join(",", to) + "] ";
        if (move) {
            if (!mails.isEmpty()) {
                out.line("* OK " + code + "Moved");
            }
            source.folder().expunge(mails);
            return "MOVE completed";
        }
        return code + "COPY completed";
    }

    private void removeDeleted(Predicate<StoredMail> condition) throws IOException {
        selected()
                .folder()
                .expunge(selected()
                        .matching((number, mail) -> mail.flags().contains(MailFlag.DELETED) && condition.test(mail)));
    }
}
