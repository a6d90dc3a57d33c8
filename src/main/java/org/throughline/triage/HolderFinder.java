package org.throughline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/** Finds to whom a certificate is to be made out, by how people write it. */
final class HolderFinder {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String STREET_TO_ZIP = "[^\\n]{4,110}?\\b[A-Z]{2}\\.?,?\\s+\\d{5}(?:-\\d{4})?";
    private static final QuickPattern HOLDER_LINE = QuickPattern.compile(
            "(?im)^[ \\t\\-*•\\d.C]*(?:the )?(?:certificate |cert |coi )?holder(?: name| should be| is| to read| info)?\\s*[:=-]\\s*(.*)$");
    private static final QuickPattern HOLDER_ADDRESS_LINE =
            QuickPattern.compile("(?im)^[ \\t\\-*]*(?:holder |holder's |certificate holder )address\\s*[:=]\\s*(.+)$");
    private static final QuickPattern HOLDER_INLINE = QuickPattern.compile(
            "(?:\\b(?:[Cc][Oo][Ii]s?|[Cc]erts?|[Cc]ertificates?(?: of (?:liability )?insurance)?|[Pp]roof of (?:insurance|coverage|GL))\\b)[^\\n.;:]{0,40}?\\b(?:to|for|naming|listing|made out to|showing)\\s+(?!(?:our|my|the|a|an|me|us|your|all)\\b)([A-Z0-9][^,\\n]{1,80}?),\\s*("
                    + STREET_TO_ZIP + ")");
    private static final QuickPattern HOLDER_IS = QuickPattern.compile(
            "[Hh]older (?:is|should be|will be|needs to be|must read|should read)\\s+\"?([A-Z][^,\\n\"]{2,80}?)[\",.\\n]\\s*("
                    + STREET_TO_ZIP + ")?");
    private static final QuickPattern HOLDER_NAME_ONLY = QuickPattern.compile(
            "\\b(?:[Cc][Oo][Ii]|[Cc]ert|[Cc]ertificate(?: of (?:[Ll]iability )?[Ii]nsurance)?)\\b(?: needed| request(?:ed)?)?\\s+(?:to|for|-|–)\\s+(?!(?:our|my|the|a|an|me|us|your|all)\\b)([A-Z][\\w&.,' -]{2,60}?)(?=\\s*(?:$|\\n|[.;:(!?]| by | asap| ASAP| before | today| tomorrow| please))");
    private static final QuickPattern SAVED_HOLDER =
            QuickPattern.compile("\\(?\\s*saved holder\\s*#?\\s*(\\d+)\\s*\\)?", I);
    private static final QuickPattern ENDS_ADDRESS =
            QuickPattern.compile("\\b[A-Z]{2}\\.?,?\\s+\\d{5}(?:-\\d{4})?\\W*$");
    private static final QuickPattern KEY_LINE = QuickPattern.compile("^[A-Za-z][A-Za-z /#()]{1,40}[:=].*");

    /** A holder as named; nothing is known of it where the name is null. */
    record Holder(@Nullable String name, @Nullable String address) {}

    private static final QuickPattern ADDRESS_PART =
            QuickPattern.compile(",\\s*(?=\\d|P\\.? ?O\\.? Box|Attn|c/o|Suite)", I);
    private static final QuickPattern ADDRESS = QuickPattern.compile(
            "(?m)(\\d{1,6} [A-Z0-9][^\\n]{4,80}?(?:\\n|, ?)[^\\n]{2,40}?\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?|P\\.?O\\.? Box \\d+[^\\n]{2,60}?\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?)");

    private HolderFinder() {}

    static Holder find(MessageParts parts, Identity identity) {
        for (String text : List.of(parts.text(), parts.forwarded(), parts.attached())) {
            Holder found = holderIn(text);
            if (found.name() != null) {
                return found;
            }
        }
        Matcher subject = HOLDER_NAME_ONLY.matcher(parts.subject());
        if (subject.find() && !sameName(subject.group(1), identity.clientName())) {
            return new Holder(clean(subject.group(1)), address(parts.text()));
        }
        Matcher text = HOLDER_NAME_ONLY.matcher(parts.text());
        if (text.find() && !sameName(text.group(1), identity.clientName())) {
            return new Holder(clean(text.group(1)), address(parts.text()));
        }
        return new Holder(null, null);
    }

    private static Holder holderIn(String text) {
        Matcher line = HOLDER_LINE.matcher(text);
        if (line.find()) {
            String rest = SAVED_HOLDER.matcher(line.group(1)).replaceAll("").strip();
            Holder block =
                    rest.isEmpty() ? block(text.substring(line.end())) : inline(rest, text.substring(line.end()));
            Matcher address = HOLDER_ADDRESS_LINE.matcher(text);
            return address.find() ? new Holder(block.name(), clean(address.group(1))) : block;
        }
        Matcher inline = HOLDER_INLINE.matcher(text);
        if (inline.find()) {
            return new Holder(clean(addressee(inline.group(1))), clean(inline.group(2)));
        }
        Matcher is = HOLDER_IS.matcher(text);
        if (is.find()) {
            return new Holder(clean(is.group(1)), is.group(2) == null ? null : clean(is.group(2)));
        }
        return new Holder(null, null);
    }

    /** "For our client to the holder": the name after the last "to" between two names. */
    private static String addressee(String names) {
        return names.replaceFirst("^[A-Z][\\w&.'-]*(?: [\\w&.'-]+)+ to (?=[A-Z])", "");
    }

    /** Lines below "Certificate holder:" up to an empty line, the next field or the end of the address. */
    private static Holder block(String below) {
        List<String> lines = new ArrayList<>();
        for (String line : below.strip().split("\\n", -1)) {
            if (line.isBlank() || KEY_LINE.matcher(line.strip()).matches() || lines.size() == 5) {
                break;
            }
            lines.add(clean(line));
            if (ENDS_ADDRESS.matcher(line.strip()).find()) {
                break;
            }
        }
        if (lines.isEmpty()) {
            return new Holder(null, null);
        }
        if (lines.size() == 1) {
            return inline(lines.get(0), "");
        }
        return new Holder(lines.get(0), String.join(", ", lines.subList(1, lines.size())));
    }

    /** "Name, 12 Street, City ST 12345" on one line; the address starts at the first part with a number. */
    private static Holder inline(String rest, String below) {
        String sentence = rest.replaceAll("(?<=\\d{5})(-\\d{4})?[.].*$", "$1");
        Matcher start = ADDRESS_PART.matcher(sentence);
        if (start.find()) {
            return new Holder(clean(sentence.substring(0, start.start())), clean(sentence.substring(start.end())));
        }
        Holder next = block(below);
        boolean addressBelow = next.name() != null && next.name().matches("(?i)(\\d|p\\.? ?o\\.? box|c/o|attn).*");
        if (addressBelow) {
            return new Holder(
                    clean(sentence), next.address() == null ? next.name() : next.name() + ", " + next.address());
        }
        return new Holder(clean(sentence), null);
    }

    private static @Nullable String address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.find() ? clean(matcher.group(1).replace("\n", ", ")) : null;
    }

    private static boolean sameName(String one, @Nullable String two) {
        return two != null && two.toLowerCase(Locale.ROOT).contains(clean(one).toLowerCase(Locale.ROOT));
    }

    static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[\\s\"'*,-]+|[\\s\"'*,;-]+$", "")
                .replaceAll("(?<=\\d)\\.$", "");
    }
}
