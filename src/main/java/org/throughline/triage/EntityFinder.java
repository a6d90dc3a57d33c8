package org.throughline.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names, addresses, dates and lists out of a message by how people write them. */
final class EntityFinder {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String STREET_TO_ZIP = "[^\\n]{4,110}?\\b[A-Z]{2}\\.?,?\\s+\\d{5}(?:-\\d{4})?";
    private static final Pattern HOLDER_LINE = Pattern.compile(
            "(?im)^[ \\t\\-*•\\d.C]*(?:the )?(?:certificate |cert |coi )?holder(?: name| should be| is| to read| info)?\\s*[:=-]\\s*(.*)$");
    private static final Pattern HOLDER_ADDRESS_LINE =
            Pattern.compile("(?im)^[ \\t\\-*]*(?:holder |holder's |certificate holder )address\\s*[:=]\\s*(.+)$");
    private static final Pattern HOLDER_INLINE = Pattern.compile(
            "(?:\\b(?:[Cc][Oo][Ii]s?|[Cc]erts?|[Cc]ertificates?(?: of (?:liability )?insurance)?|[Pp]roof of (?:insurance|coverage|GL))\\b)[^\\n.;:]{0,40}?\\b(?:to|for|naming|listing|made out to|showing)\\s+(?!(?:our|my|the|a|an|me|us|your|all)\\b)([A-Z0-9][^,\\n]{1,80}?),\\s*("
                    + STREET_TO_ZIP + ")");
    private static final Pattern HOLDER_IS = Pattern.compile(
            "[Hh]older (?:is|should be|will be|needs to be|must read|should read)\\s+\"?([A-Z][^,\\n\"]{2,80}?)[\",.\\n]\\s*("
                    + STREET_TO_ZIP + ")?");
    private static final Pattern HOLDER_NAME_ONLY = Pattern.compile(
            "\\b(?:[Cc][Oo][Ii]|[Cc]ert|[Cc]ertificate(?: of (?:[Ll]iability )?[Ii]nsurance)?)\\b(?: needed| request(?:ed)?)?\\s+(?:to|for|-|–)\\s+(?!(?:our|my|the|a|an|me|us|your|all)\\b)([A-Z][\\w&.,' -]{2,60}?)(?=\\s*(?:$|\\n|[.;:(!?]| by | asap| ASAP| before | today| tomorrow| please))");
    private static final Pattern SAVED_HOLDER = Pattern.compile("\\(?\\s*saved holder\\s*#?\\s*(\\d+)\\s*\\)?", I);
    private static final Pattern KEY_LINE = Pattern.compile("^[A-Za-z][A-Za-z /#()]{1,40}[:=].*");
    private static final Pattern DELIVER = Pattern.compile(
            "(?:deliver(?:y)?(?: it| address| e-?mail)?(?: to)?|e-?mail(?: it| them| this| the (?:cert\\w*|coi))?(?: directly)? to|(?:send|forward|submit|return|e-?mail)(?: it| them| this| the (?:cert\\w*|coi))?(?: directly)?(?: to| at)?|to the attention of)\\s*[:=]?\\s*<?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
            I);
    private static final Pattern DELIVER_LATER = Pattern.compile(
            "\\b(?:send|e-?mail|forward|provide|return|issue)\\b[^\\n;?]{1,160}? to\\s+<?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
            I);
    private static final Pattern TO_SENDER = Pattern.compile(
            "\\b(?:send|email|e-mail|forward|get|shoot|give|return|provide)(?: it| this| that| them| one| over| the \\w+| a \\w+| an \\w+| \\w+ certificate)?(?: back| over)? ?(?:to )?(?:me|us)\\b|\\bi (?:need|can forward|will forward|'ll forward)\\b|\\b(?:we|i) (?:need|would like|require)\\b|\\bcan (?:i|we) (?:get|have)\\b|\\bback to me\\b",
            I);
    private static final Pattern VIN = Pattern.compile("(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])", I);
    private static final Pattern ACORD = Pattern.compile("acord\\s*(?:form\\s*)?#?(\\d{1,3})\\b", I);
    private static final Pattern AMOUNT =
            Pattern.compile("\\$\\s?\\d[\\d,]*(?:\\.\\d{2})?(?:\\s?(?:k|m|mm|million|thousand)\\b)?", I);
    private static final Pattern NEEDED_BY = Pattern.compile(
            "(?:need(?:ed|s)?|want(?:ed)?|require[ds]?|due|deadline|have (?:it|this|that))(?:\\s+(?:it|this|that|them|one|a \\w+|the \\w+|to be \\w+|in hand|is|back))*\\s*(?:by|before|on|no later than|is|:|=)?\\s*(?:date)?\\s*[:=]?\\s*("
                    + DateFinder.DATE + ")|(?:\\bby|no later than|before)\\s+(" + DateFinder.DATE
                    + ")|\\bwithin\\s+(\\d{1,2})\\s+(?:business\\s+)?days",
            I);
    private static final Pattern URGENT_TODAY = Pattern.compile(
            "\\b(asap today|needed? (?:it |this )?(?:right )?(?:now|immediately)|right away|within the hour|this (?:morning|afternoon)|in an hour|immediately|by noon|by end of day)\\b",
            I);
    private static final Pattern HARD_DATE = Pattern.compile(
            "(?:cancel(?:l)?(?:ation|ed|s)?(?:\\s+\\w+){0,3}\\s*(?:effective|date|on|as of|eff)?|closing(?: date)?(?: is| on| scheduled for)?|close(?:s)? (?:on|escrow)|at closing|settlement(?: date)?(?: is| on)?|answer(?: is)? due|response (?:from insured )?(?:is )?(?:required|due)(?: by)?|required by|expires?(?: on)?|coverage ends|due(?: by| date)?|must be received by|hearing(?: on)?|court date)\\W{0,3}(?:12:01\\s*a\\.?m\\.?\\s*)?(?:on |by )?("
                    + DateFinder.DATE + ")",
            I);
    private static final Pattern WITHIN_DAYS = Pattern.compile(
            "within (\\d{1,2}) (?:business |calendar )?days(?:[^.\\n]{0,40}\\b(?:or|otherwise|policy|cancel))|\\b(?:you have|in) (\\d{1,2}) days (?:to|or)\\b",
            I);
    private static final Pattern ADDITIONAL_INSURED_NAMES = Pattern.compile(
            "additional insureds?\\s*(?:\\(s\\))?\\s*(?:needed|to read|as follows|:|=|-)+\\s*(?!(?:no|none|yes|n/a)\\b)([A-Z][^\\n;]{2,160}?)(?=,? (?:CG|for ongoing|by CG|per )|[\\n;.]\\s|$)|\\b(?:add|list|include|name|naming)\\s+([A-Z][^\\n;:]{2,100}?)\\s+(?:as|as an)\\s+(?:an )?additional insured|\\(([A-Z][^)\\n]{2,80})\\)\\s+needs to be (?:an )?additional insured|additional insured[^\\n]{0,20}:\\s*yes\\s*\\(([^)\\n]{2,80})\\)");

    private EntityFinder() {}

    static Entities find(MessageText message, MessageParts parts, Identity identity, LocalDate today) {
        String own = parts.text() + "\n" + parts.forwarded();
        String all = parts.all();
        Holder holder = holder(parts, identity);
        List<String> wording = Wording.asked(all);
        if (wording.isEmpty() && parts.text().length() < 120) {
            wording = Wording.asked(parts.attached());
        }
        LocalDate hard = hardDate(all, today);
        return new Entities(
                identity.policyNumbers(),
                identity.clientName() == null ? named(own) : identity.clientName(),
                holder.name(),
                holder.address(),
                deliverTo(message, own),
                wording,
                additionalInsureds(own, holder, wording),
                Limits.required(own.length() < 120 ? own + "\n" + parts.attached() : own),
                lines(own),
                neededBy(all, hard, today),
                hard,
                acordForms(all + "\n" + parts.attached()),
                matches(VIN, own.toUpperCase(Locale.ROOT)).stream()
                        .filter(vin -> vin.chars().anyMatch(Character::isDigit))
                        .toList(),
                SenderIdentifier.phones(own),
                matches(AMOUNT, own),
                LenderAsk.find(all, parts.attached()));
    }

    private static Holder holder(MessageParts parts, Identity identity) {
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
            return new Holder(clean(inline.group(1)), clean(inline.group(2)));
        }
        Matcher is = HOLDER_IS.matcher(text);
        if (is.find()) {
            return new Holder(clean(is.group(1)), is.group(2) == null ? null : clean(is.group(2)));
        }
        return new Holder(null, null);
    }

    /** Lines below "Certificate holder:" up to an empty line or the next field. */
    private static Holder block(String below) {
        List<String> lines = new ArrayList<>();
        for (String line : below.strip().split("\\n", -1)) {
            if (line.isBlank() || KEY_LINE.matcher(line.strip()).matches() || lines.size() == 5) {
                break;
            }
            lines.add(clean(line));
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
        Matcher start = Pattern.compile(",\\s*(?=\\d|P\\.? ?O\\.? Box|Attn|c/o|Suite)", I)
                .matcher(sentence);
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
        Matcher matcher = Pattern.compile(
                        "(?m)(\\d{1,6} [A-Z0-9][^\\n]{4,80}?(?:\\n|, ?)[^\\n]{2,40}?\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?|P\\.?O\\.? Box \\d+[^\\n]{2,60}?\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?)")
                .matcher(text);
        return matcher.find() ? clean(matcher.group(1).replace("\n", ", ")) : null;
    }

    private static @Nullable String deliverTo(MessageText message, String text) {
        Matcher deliver = DELIVER.matcher(text);
        if (deliver.find()) {
            return deliver.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher later = DELIVER_LATER.matcher(text);
        if (later.find()) {
            return later.group(1).toLowerCase(Locale.ROOT);
        }
        return message.senderAddress().contains("@")
                        && TO_SENDER.matcher(text).find()
                        && !message.senderAddress().matches("(?i)(no-?reply|donotreply|do-not-reply).*")
                ? message.senderAddress()
                : null;
    }

    private static List<String> additionalInsureds(String text, Holder holder, List<String> wording) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = ADDITIONAL_INSURED_NAMES.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    for (String name : matcher.group(group).split("\\s+(?:and|&)\\s+(?=[A-Z][a-z]+ [A-Z])", -1)) {
                        names.add(clean(name));
                    }
                }
            }
        }
        boolean asked = wording.stream().anyMatch(one -> one.startsWith("ADDITIONAL_INSURED"));
        if (names.isEmpty() && asked && holder.name() != null) {
            names.add(holder.name());
        }
        return asked ? List.copyOf(names) : List.of();
    }

    private static List<String> lines(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("GL", "\\b(?:c?gl|general liability|liability insurance)\\b");
        words.put("AUTO", "\\b(?:auto(?:mobile)? liability|(?:business|commercial|fleet) auto|auto)\\b");
        words.put("UMBRELLA", "\\b(?:umbrella|excess)\\b");
        words.put("WC", "\\b(?:work(?:er|ers|er's|ers')?['’]?s? ?comp(?:ensation)?|wc)\\b");
        words.put("PROPERTY", "\\bproperty (?:insurance|coverage)\\b");
        words.put("CARGO", "\\bcargo\\b");
        List<String> found = new ArrayList<>();
        words.forEach((line, pattern) -> {
            if (Pattern.compile(pattern, I).matcher(text).find()) {
                found.add(line);
            }
        });
        return List.copyOf(found);
    }

    private static @Nullable LocalDate neededBy(String text, @Nullable LocalDate hard, LocalDate today) {
        if (URGENT_TODAY.matcher(text).find()) {
            return today;
        }
        Matcher matcher = NEEDED_BY.matcher(text);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                return today.plusDays(Long.parseLong(matcher.group(3)));
            }
            LocalDate date = DateFinder.date(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), today);
            if (date != null && !date.isBefore(today) && !date.equals(hard)) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate hardDate(String text, LocalDate today) {
        Matcher matcher = HARD_DATE.matcher(text);
        while (matcher.find()) {
            LocalDate date = DateFinder.date(matcher.group(1), today);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        Matcher within = WITHIN_DAYS.matcher(text);
        if (within.find()) {
            return today.plusDays(Long.parseLong(within.group(1) == null ? within.group(2) : within.group(1)));
        }
        return null;
    }

    private static @Nullable String named(String text) {
        Matcher matcher = Pattern.compile(
                        "(?im)^\\s*(?:named ?insured|insured|business|client|name|company)\\s*[:=]\\s*([^\\n=<>]{2,80}?)(?=\\s+\\w+=|$)")
                .matcher(text);
        return matcher.find() ? clean(matcher.group(1)) : null;
    }

    private static List<String> acordForms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher matcher = ACORD.matcher(text);
        while (matcher.find()) {
            forms.add("ACORD " + matcher.group(1));
        }
        return List.copyOf(forms);
    }

    private static List<String> matches(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().strip());
        }
        return List.copyOf(found);
    }

    private static boolean sameName(String one, @Nullable String two) {
        return two != null && two.toLowerCase(Locale.ROOT).contains(clean(one).toLowerCase(Locale.ROOT));
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[\\s\"'*,-]+|[\\s\"'*,;-]+$", "")
                .replaceAll("(?<=\\d)\\.$", "");
    }

    private record Holder(@Nullable String name, @Nullable String address) {}
}
