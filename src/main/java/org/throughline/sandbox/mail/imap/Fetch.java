package org.throughline.sandbox.mail.imap;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.sandbox.mail.MailFlag;
import org.throughline.sandbox.mail.StoredMail;

/** Answers FETCH for one message after the other. */
final class Fetch {

    private static final Pattern BODY =
            Pattern.compile("BODY(\\.PEEK)?\\[([^\\]]*)](?:<(\\d{1,18})\\.(\\d{1,18})>)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter INTERNAL_DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    private final ImapOutput out;
    private final Set<String> items = new LinkedHashSet<>();
    private final boolean readOnly;

    Fetch(List<Arg> asked, boolean byUid, boolean readOnly, ImapOutput out) {
        this.out = out;
        this.readOnly = readOnly;
        if (byUid) {
            items.add("UID");
        }
        for (Arg arg : asked) {
            String item = arg.text();
            switch (arg.upper()) {
                case "ALL" -> items.addAll(List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"));
                case "FAST" -> items.addAll(List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE"));
                case "FULL" -> items.addAll(List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY"));
                default -> items.add(BODY.matcher(item).matches() ? item : arg.upper());
            }
        }
    }

    void write(int number, SelectedFolder.Entry entry) throws IOException {
        StoredMail mail = entry.mail();
        if (mail.expunged()) {
            return;
        }
        try (MailContent content = new MailContent(mail)) {
            if (!readOnly && setsSeen() && !mail.flags().contains(MailFlag.SEEN)) {
                Set<MailFlag> flags = EnumSet.of(MailFlag.SEEN);
                flags.addAll(mail.flags());
                mail.flags(flags);
                items.add("FLAGS");
            }
            if (items.contains("FLAGS")) {
                entry.told(mail.flags());
            }
            out.text("* " + number + " FETCH (");
            String separator = "";
            for (String item : items) {
                out.text(separator);
                write(item, mail, content);
                separator = " ";
            }
            out.line(")");
        } catch (NoSuchFileException | FileNotFoundException expunged) {
            if (!mail.expunged()) {
                throw expunged;
            }
        }
    }

    private boolean setsSeen() {
        return items.stream().anyMatch(item -> {
            Matcher body = BODY.matcher(item);
            return item.equals("RFC822") || item.equals("RFC822.TEXT") || (body.matches() && body.group(1) == null);
        });
    }

    private void write(String item, StoredMail mail, MailContent content) throws IOException {
        switch (item) {
            case "UID" -> out.text("UID " + mail.uid());
            case "FLAGS" -> out.text("FLAGS " + ImapOutput.flags(mail.flags()));
            case "INTERNALDATE" -> out.text("INTERNALDATE \"" + INTERNAL_DATE.format(mail.received()) + "\"");
            case "RFC822.SIZE" -> out.text("RFC822.SIZE " + mail.size());
            case "ENVELOPE" -> out.text("ENVELOPE " + Structure.envelope(content));
            case "BODY" -> out.text("BODY " + Structure.body(content, false));
            case "BODYSTRUCTURE" -> out.text("BODYSTRUCTURE " + Structure.body(content, true));
            case "RFC822" -> section("RFC822", content.section(""));
            case "RFC822.HEADER" -> section("RFC822.HEADER", content.section("HEADER"));
            case "RFC822.TEXT" -> section("RFC822.TEXT", content.section("TEXT"));
            default -> body(item, content);
        }
    }

    private void body(String item, MailContent content) throws IOException {
        Matcher body = BODY.matcher(item);
        if (!body.matches()) {
            throw BadCommand.bad("Unknown item " + item);
        }
        String specification = body.group(2);
        MailContent.Section section = content.section(specification);
        String from = body.group(3);
        if (from == null) {
            section("BODY[" + specification + "]", section);
            return;
        }
        long start = Math.min(Long.parseLong(from), section.length());
        long length = Math.min(Long.parseLong(body.group(4)), section.length() - start);
        section.stream().skipNBytes(start);
        section("BODY[" + specification + "]<" + from + ">", new MailContent.Section(section.stream(), length));
    }

    private void section(String name, MailContent.Section section) throws IOException {
        out.text(name + " ");
        out.literal(section.stream(), section.length());
    }
}
