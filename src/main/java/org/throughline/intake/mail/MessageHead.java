package org.throughline.intake.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.intake.Senders;

/** What the head of a message says about who sent it, when, in which thread, and whether a machine did. */
final class MessageHead {

    private static final int MOST_REFERENCES = 100;
    private static final int LONGEST_ADDRESSES = 20_000;
    private static final Duration OLDEST = Duration.ofDays(3650);
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>]{1,480}>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;]{1,250}@[^\\s<>\"(),;]{1,250}");
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);
    private static final Set<String> BULK = Set.of("bulk", "junk", "auto_reply");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)^\\s*(automatic reply|auto(matic)?[- ]?(reply|response|answer)|autoreply|out of (the )?office|ooo:"
                    + "|automatische antwort|abwesenheitsnotiz|abwesend\\b|respuesta autom[aá]tica|fuera de (la )?oficina"
                    + "|ausente de la oficina|r[eé]ponse automatique|absence du bureau|risposta automatica"
                    + "|fuori sede|resposta autom[aá]tica|automatisch antwoord|autosvar|自動応答|自动回复).*");

    private final Headers headers;

    MessageHead(Headers headers) {
        this.headers = headers;
    }

    String subject() {
        return EncodedWords.line(headers.first("Subject"));
    }

    /** Who sent it, as written; empty where nobody says so. */
    String sender() {
        return EncodedWords.line(headers.first("From", "Sender", "Return-Path"));
    }

    /** The sender's address in lower case, or empty. A name that looks like an address is not taken for one. */
    String address() {
        List<String> addresses = addresses(headers.first("From", "Sender", "Return-Path"));
        return addresses.isEmpty() ? Senders.address(sender()) : addresses.get(0);
    }

    boolean hasSeveralSenders() {
        return headers.all("From").stream()
                        .flatMap(from -> addresses(from).stream())
                        .distinct()
                        .count()
                > 1;
    }

    String recipient() {
        return EncodedWords.line(headers.first("To", "Delivered-To", "Cc"));
    }

    private static List<String> addresses(String header) {
        String value = header.length() > LONGEST_ADDRESSES ? header.substring(0, LONGEST_ADDRESSES) : header;
        List<String> found = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                InternetAddress[] members = address.isGroup() ? address.getGroup(false) : null;
                for (InternetAddress one : members == null ? new InternetAddress[] {address} : members) {
                    String bare = one.getAddress();
                    if (bare != null && ADDRESS.matcher(bare).matches()) {
                        found.add(bare.toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (AddressException broken) {
            String address = Senders.address(EncodedWords.decode(value));
            return address.contains("@") ? List.of(address) : List.of();
        }
        return found;
    }

    Optional<String> messageId() {
        String header = headers.first("Message-ID", "Message-Id");
        return firstId(header).or(() -> Optional.of(header.strip()).filter(id -> !id.isEmpty()));
    }

    Optional<String> inReplyTo() {
        String header = headers.first("In-Reply-To");
        return firstId(header).or(() -> Optional.of(header.strip()).filter(id -> id.matches("[^\\s<>]+@[^\\s<>]+")));
    }

    /** The first message of a thread and the newest ones matter; a hostile list in between does not. */
    List<String> references() {
        List<String> ids = MESSAGE_ID
                .matcher(headers.first("References"))
                .results()
                .map(id -> withoutSpace(id.group()))
                .distinct()
                .toList();
        return ids.size() <= MOST_REFERENCES ? ids : ids.subList(ids.size() - MOST_REFERENCES, ids.size());
    }

    private static Optional<String> firstId(String header) {
        Matcher id = MESSAGE_ID.matcher(header);
        return id.find() ? Optional.of(withoutSpace(id.group())) : Optional.empty();
    }

    /** Long ids are folded in the middle by some programs. */
    private static String withoutSpace(String id) {
        return id.replaceAll("\\s+", "");
    }

    boolean isMachine() {
        String automatic = headers.lower("Auto-Submitted");
        return !(automatic.isEmpty() || automatic.startsWith("no"))
                || BULK.contains(headers.lower("Precedence"))
                || "<>".equals(headers.first("Return-Path").strip())
                || !headers.first(
                                "X-Autoreply",
                                "X-Autorespond",
                                "X-Auto-Respond",
                                "X-Mail-Autoreply",
                                "X-Autogenerated",
                                "X-Vacation",
                                "X-Failed-Recipients")
                        .isEmpty()
                || "auto_reply".equals(headers.lower("Preference"))
                || isFromMailSystem()
                || AUTOMATIC_SUBJECT.matcher(subject()).matches();
    }

    boolean isFromMailSystem() {
        String address = address();
        return address.startsWith("mailer-daemon@") || address.startsWith("postmaster@");
    }

    boolean isFromList() {
        return !headers.first("List-Id", "List-Unsubscribe", "List-Post").isEmpty();
    }

    /** When it was sent: by its date, else by the newest server that had it, else now. */
    Instant sentAt(Instant now, Set<String> flags) {
        String written = headers.first("Date");
        Optional<Instant> date = instant(written);
        if (date.isPresent() && isPlausible(date.get(), now)) {
            return date.get();
        }
        flags.add(date.isPresent() ? "ODD_DATE" : "NO_DATE");
        String received = headers.first("Received");
        return instant(received.substring(received.lastIndexOf(';') + 1))
                .filter(at -> isPlausible(at, now))
                .orElse(now);
    }

    private static boolean isPlausible(Instant at, Instant now) {
        return at.isBefore(now.plus(MOST_AHEAD)) && at.isAfter(now.minus(OLDEST));
    }

    private static Optional<Instant> instant(String written) {
        String date = written.strip();
        if (date.isEmpty() || date.length() > 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailDateFormat().parse(date).toInstant());
        } catch (ParseException notLikeThat) {
            return otherwise(date);
        }
    }

    private static Optional<Instant> otherwise(String date) {
        try {
            return Optional.of(OffsetDateTime.parse(date.replace(' ', 'T')).toInstant());
        } catch (DateTimeException notIso) {
            try {
                return Optional.of(LocalDateTime.parse(date.replaceAll("\\s+", " "), ASCTIME)
                        .toInstant(ZoneOffset.UTC));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }
}
