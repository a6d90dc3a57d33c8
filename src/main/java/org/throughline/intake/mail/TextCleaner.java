package org.throughline.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes a mail's text apart: what its sender wrote now, what is quoted from before, what was forwarded. In this business
 * the forward often is the request, so it is kept; history and signatures would only repeat old facts.
 */
public final class TextCleaner {

    private static final Pattern FORWARD_MARK = Pattern.compile(
            "(?i)^-{2,}\\s*(forwarded message|forwarded by .{0,200}|weitergeleitete nachricht|message transféré"
                    + "|mensaje reenviado|messaggio inoltrato)\\s*-*$"
                    + "|^(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)"
                    + "|inicio del mensaje reenviado|début du message transféré)\\s?:$");
    private static final Pattern ORIGINAL_MARK = Pattern.compile("(?i)^[-_]{3,}\\s*(original message|reply message"
            + "|original appointment|urspr(ü|ue)ngliche (nachricht|mail)|mensaje original|message d'origine"
            + "|messaggio originale)\\s*[-_]*$");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)^(on\\b.{4,250}\\bwrote\\s?:|le\\b.{4,250}\\ba écrit\\s?:"
                    + "|am\\b.{4,250}\\bschrieb.{0,120}:|el\\b.{4,250}\\bescribi(ó|o)\\s?:|il\\b.{4,250}\\bha scritto\\s?:)$");
    private static final Pattern ATTRIBUTION_START = Pattern.compile("(?i)^(on|am|el|le|il)\\s.{4,200}(\\d|,|:).*$");
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)^\\*?(from|von|de)\\s?:\\*?\\s.{1,300}$");
    private static final Pattern HEADER_OTHER =
            Pattern.compile("(?i)^\\*?(sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff"
                    + "|enviado( el)?|fecha|para|asunto|envoyé|à|objet)\\s?:\\*?(\\s.*)?$");
    private static final Pattern RULE = Pattern.compile("^_{10,}$");
    private static final Pattern FORWARD_SUBJECT =
            Pattern.compile("(?i)^\\s*((re|aw|sv|rv)\\s*:\\s*)*(fw|fwd|wg|rv|tr|enc)\\s*:.*");
    private static final Pattern SIGNATURE_MARK = Pattern.compile("^--\\s?$");
    private static final Pattern DEVICE = Pattern.compile("(?i)^(sent from (my|mail|outlook|yahoo|proton|the).{0,60}"
            + "|sent via .{0,40}|get outlook for .{0,40}|(von|gesendet von) meinem .{0,60}gesendet|gesendet (von|mit) .{0,60}"
            + "|enviado desde .{0,60}|obtener outlook para .{0,40}|envoyé (de|depuis) mon .{0,60})$");
    private static final Pattern FOOTER = Pattern.compile("(?i)^\\W{0,3}(confidentiality (notice|note|statement)\\b.*"
            + "|confidential(ity)?\\s*[:-].*|disclaimer\\s*[:-].*|legal disclaimer\\b.*|privileged and confidential\\b.*"
            + "|this (e-?mail|message|communication|transmission)\\b.{0,120}\\b(confidential|privileged|intended (only )?(solely )?for)\\b.*"
            + "|the information (contained )?in this (e-?mail|message|communication)\\b.*"
            + "|if you (are not|have received) .{0,40}\\b(intended recipient|in error)\\b.*)$");
    private static final Pattern SIGN_OFF = Pattern.compile(
            "(?i)^(many thanks|thanks( so much| again| a lot| all)?|thank you"
                    + "( so much| very much| again)?|thx|(best|kind|warm|warmest)? ?regards|best( wishes)?|sincerely( yours)?"
                    + "|cheers|respectfully|yours truly|mit freundlichen gr(ü|ue)(ß|ss)en|(viele|beste|liebe) gr(ü|ue)(ß|ss)e"
                    + "|mfg|saludos( cordiales)?|un (cordial )?saludo|atentamente|(muchas )?gracias|cordialement)\\s*[,.!-]*$");
    private static final Pattern CONTENT_OF_SIGNATURE = Pattern.compile(
            "(?i).*(\\bpolicy\\b|\\bclaim\\b|\\bvin\\b|\\bholder\\b|\\bp\\.?s\\.?[:. ]|\\?$|\\battached\\b).*");
    private static final int SIGNATURE_LINES = 8;
    private static final int SIGNATURE_LINE_LENGTH = 100;

    private TextCleaner() {}

    /** A mail's text in its parts; each may be empty. */
    public record Parts(String body, String quoted, String forwarded) {}

    /** Takes a text apart; the subject tells a forward from an answer where the text does not. */
    public static Parts clean(String text, String subject) {
        boolean forward = FORWARD_SUBJECT.matcher(subject).matches();
        List<String> lines = lines(text);
        StringBuilder body = new StringBuilder();
        StringBuilder quoted = new StringBuilder();
        StringBuilder forwarded = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            String bare = unquoted(line).strip();
            if (FORWARD_MARK.matcher(bare).matches()) {
                rest(lines, i, forwarded);
                break;
            }
            if (ORIGINAL_MARK.matcher(bare).matches() || headerBlock(lines, i)) {
                rest(lines, i, forward ? forwarded : quoted);
                break;
            }
            int attribution = attributionLines(lines, i);
            if (attribution > 0) {
                i = quotedFrom(lines, i, attribution, quoted);
                continue;
            }
            (line.stripLeading().startsWith(">") ? quoted : body).append(line).append('\n');
            i++;
        }
        if (forward && forwarded.isEmpty() && !quoted.isEmpty()) {
            quoted.toString()
                    .lines()
                    .forEach(line -> forwarded.append(unquoted(line)).append('\n'));
            quoted.setLength(0);
        }
        return withoutSignature(tidy(body), tidy(quoted), tidy(forwarded));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.replace('\u00a0', ' ')
                .replace("\u200b", "")
                .replace("\ufeff", "")
                .lines()
                .forEach(line -> lines.add(line.stripTrailing()));
        return lines;
    }

    /** From here to the end, without the quote marks that all of it carries. */
    private static void rest(List<String> lines, int from, StringBuilder part) {
        boolean marked = lines.get(from).stripLeading().startsWith(">");
        lines.subList(from, lines.size())
                .forEach(line -> part.append(marked ? unquoted(line) : line).append('\n'));
    }

    /**
     * After "On … wrote:" everything is history, unless the history is marked line by line: then what stands between and
     * below the marks is new.
     */
    private static int quotedFrom(List<String> lines, int from, int attribution, StringBuilder quoted) {
        int next = from + attribution;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        boolean marked = next < lines.size() && lines.get(next).stripLeading().startsWith(">");
        int end = marked && !lines.get(from).stripLeading().startsWith(">") ? next : lines.size();
        if (lines.get(from).stripLeading().startsWith(">")) {
            end = from + attribution;
        }
        lines.subList(from, end).forEach(line -> quoted.append(line).append('\n'));
        return end;
    }

    /** Mail programs break the attribution over two or three lines. */
    private static int attributionLines(List<String> lines, int from) {
        String joined = unquoted(lines.get(from)).strip();
        if (ATTRIBUTION.matcher(joined).matches()) {
            return 1;
        }
        if (!ATTRIBUTION_START.matcher(joined).matches()) {
            return 0;
        }
        for (int more = 1; more <= 2 && from + more < lines.size(); more++) {
            joined = joined + " " + unquoted(lines.get(from + more)).strip();
            if (ATTRIBUTION.matcher(joined).matches()) {
                return more + 1;
            }
        }
        return 0;
    }

    /** Outlook puts the old message's From, Sent, To and Subject above it. */
    private static boolean headerBlock(List<String> lines, int from) {
        int first = from;
        if (RULE.matcher(lines.get(first).strip()).matches()) {
            first++;
            while (first < lines.size() && lines.get(first).isBlank()) {
                first++;
            }
        }
        if (first >= lines.size()
                || !HEADER_FROM.matcher(unquoted(lines.get(first)).strip()).matches()) {
            return false;
        }
        int headers = 0;
        for (int i = first + 1; i < lines.size() && i <= first + 5; i++) {
            if (HEADER_OTHER.matcher(unquoted(lines.get(i)).strip()).matches()) {
                headers++;
            }
        }
        return headers >= 2;
    }

    private static String unquoted(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || Character.isWhitespace(line.charAt(at)))) {
            at++;
        }
        return line.substring(at);
    }

    private static Parts withoutSignature(String body, String quoted, String forwarded) {
        List<String> lines = new ArrayList<>(body.lines().toList());
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (SIGNATURE_MARK.matcher(lines.get(i)).matches()
                    || FOOTER.matcher(line).matches()
                    || DEVICE.matcher(line).matches()) {
                end = i;
                break;
            }
        }
        int signOff = signOff(lines.subList(0, end));
        int cut = signOff >= 0 ? signOff : end;
        String kept = tidy(new StringBuilder(String.join("\n", lines.subList(0, cut))));
        String history = cut < lines.size()
                ? tidy(new StringBuilder(String.join("\n", lines.subList(cut, lines.size())))
                        .append("\n\n")
                        .append(quoted))
                : quoted;
        return new Parts(kept, history, forwarded);
    }

    /** A sign-off counts only if no more than a card follows it. */
    private static int signOff(List<String> lines) {
        for (int i = Math.max(0, lines.size() - SIGNATURE_LINES - 4); i < lines.size(); i++) {
            if (i > 0 && SIGN_OFF.matcher(lines.get(i).strip()).matches()) {
                List<String> card = lines.subList(i + 1, lines.size()).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
                boolean isCard = card.size() <= SIGNATURE_LINES
                        && card.stream()
                                .noneMatch(line -> line.length() > SIGNATURE_LINE_LENGTH
                                        || CONTENT_OF_SIGNATURE
                                                .matcher(line.toLowerCase(Locale.ROOT))
                                                .matches());
                if (isCard) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String tidy(StringBuilder text) {
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }
}
