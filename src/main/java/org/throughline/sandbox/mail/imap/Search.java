package org.throughline.sandbox.mail.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.throughline.sandbox.mail.MailFlag;
import org.throughline.sandbox.mail.StoredMail;

/** Turns the keys of a SEARCH command into a condition on a message and its sequence number. */
final class Search {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy")
            .toFormatter(Locale.US);
    private static final int LARGEST_SEARCHED = 1024 * 1024;

    private final long highestNumber;
    private final long highestUid;

    Search(long highestNumber, long highestUid) {
        this.highestNumber = highestNumber;
        this.highestUid = highestUid;
    }

    BiPredicate<Integer, StoredMail> condition(List<Arg> keys) {
        Iterator<Arg> rest = keys.iterator();
        BiPredicate<Integer, StoredMail> all = (number, mail) -> true;
        while (rest.hasNext()) {
            all = all.and(key(rest));
        }
        return all;
    }

    private BiPredicate<Integer, StoredMail> key(Iterator<Arg> rest) {
        Arg key = next(rest);
        List<Arg> list = key.list();
        if (list != null) {
            return condition(list);
        }
        if (NumberSet.is(key.text())) {
            NumberSet numbers = NumberSet.of(key.text());
            return (number, mail) -> numbers.contains(number, highestNumber);
        }
        return switch (key.upper()) {
            case "ALL", "OLD", "UNKEYWORD" -> {
                if (key.upper().equals("UNKEYWORD")) {
                    next(rest);
                }
                yield (number, mail) -> true;
            }
            case "RECENT", "NEW" -> (number, mail) -> false;
            case "KEYWORD" -> {
                next(rest);
                yield (number, mail) -> false;
            }
            case "CHARSET" -> {
                next(rest);
                yield (number, mail) -> true;
            }
            case "SEEN", "ANSWERED", "FLAGGED", "DELETED", "DRAFT" -> flag(key.upper());
            case "UNSEEN", "UNANSWERED", "UNFLAGGED", "UNDELETED", "UNDRAFT" ->
                flag(key.upper().substring(2)).negate();
            case "NOT" -> key(rest).negate();
            case "OR" -> {
                BiPredicate<Integer, StoredMail> one = key(rest);
                yield one.or(key(rest));
            }
            case "UID" -> {
                NumberSet uids = NumberSet.of(next(rest).text());
                yield (number, mail) -> uids.contains(mail.uid(), highestUid);
            }
            case "LARGER" -> {
                long size = size(next(rest));
                yield (number, mail) -> mail.size() > size;
            }
            case "SMALLER" -> {
                long size = size(next(rest));
                yield (number, mail) -> mail.size() < size;
            }
            case "BEFORE" -> received(rest, day -> day < 0);
            case "ON" -> received(rest, day -> day == 0);
            case "SINCE" -> received(rest, day -> day >= 0);
            case "SENTBEFORE" -> sent(rest, day -> day < 0);
            case "SENTON" -> sent(rest, day -> day == 0);
            case "SENTSINCE" -> sent(rest, day -> day >= 0);
            case "FROM", "TO", "CC", "BCC", "SUBJECT" ->
                header(key.text(), next(rest).unicode());
            case "HEADER" -> {
                String name = next(rest).text();
                yield header(name, next(rest).unicode());
            }
            case "BODY", "TEXT" -> text(next(rest).unicode());
            default -> throw BadCommand.bad("Unknown search key " + key.text());
        };
    }

    private static Arg next(Iterator<Arg> rest) {
        if (!rest.hasNext()) {
            throw BadCommand.bad("Missing argument");
        }
        return rest.next();
    }

    private static long size(Arg arg) {
        try {
            return Long.parseLong(arg.text());
        } catch (NumberFormatException noNumber) {
            throw BadCommand.bad("Not a size: " + arg.text());
        }
    }

    private static BiPredicate<Integer, StoredMail> flag(String name) {
        MailFlag flag = MailFlag.valueOf(name);
        return (number, mail) -> mail.flags().contains(flag);
    }

    private static LocalDate date(Iterator<Arg> rest) {
        String text = next(rest).text();
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException noDate) {
            throw BadCommand.bad("Not a date: " + text);
        }
    }

    private static BiPredicate<Integer, StoredMail> received(Iterator<Arg> rest, Predicate<Integer> side) {
        LocalDate date = date(rest);
        return (number, mail) ->
                side.test(LocalDate.ofInstant(mail.received(), ZoneOffset.UTC).compareTo(date));
    }

    private static BiPredicate<Integer, StoredMail> sent(Iterator<Arg> rest, Predicate<Integer> side) {
        LocalDate date = date(rest);
        return (number, mail) -> {
            String value = headers(mail).getHeader("Date", null);
            try {
                return value != null
                        && side.test(LocalDate.ofInstant(
                                        new MailDateFormat().parse(value).toInstant(), ZoneOffset.UTC)
                                .compareTo(date));
            } catch (ParseException noDate) {
                return false;
            }
        };
    }

    private static BiPredicate<Integer, StoredMail> header(String name, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return (number, mail) -> {
            String[] values = headers(mail).getHeader(name);
            if (values == null) {
                return false;
            }
            for (String value : values) {
                if (decoded(value).toLowerCase(Locale.ROOT).contains(lower)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException unknownCharset) {
            return value;
        }
    }

    private static InternetHeaders headers(StoredMail mail) {
        try (MailContent content = new MailContent(mail)) {
            return content.headers();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (MessagingException unreadable) {
            return new InternetHeaders();
        }
    }

    /** Looks at the message as it is stored, without decoding, and only at its first megabyte. */
    private static BiPredicate<Integer, StoredMail> text(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return (number, mail) -> {
            try (InputStream in = mail.open()) {
                return new String(in.readNBytes(LARGEST_SEARCHED), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains(lower);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }
}
