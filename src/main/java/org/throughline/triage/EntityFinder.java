package org.throughline.triage;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.HolderFinder.Holder;

/** Reads names, addresses, dates and lists out of a message by how people write them. */
final class EntityFinder {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern VIN = QuickPattern.compile("(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])", I);
    private static final QuickPattern ACORD = QuickPattern.compile("acord\\s*(?:form\\s*)?#?(\\d{1,3})\\b", I);
    private static final QuickPattern AMOUNT =
            QuickPattern.compile("\\$\\s?\\d[\\d,]*(?:\\.\\d{2})?(?:\\s?(?:k|m|mm|million|thousand)\\b)?", I);
    private static final QuickPattern ADDITIONAL_INSURED_NAMES = QuickPattern.compile(
            "additional insureds?\\s*(?:\\(s\\))?\\s*(?:needed|to read|as follows|:|=|-)+\\s*(?!(?:no|none|yes|n/a)\\b)([A-Z][^\\n;]{2,160}?)(?=,? (?:CG|for ongoing|by CG|per )|[\\n;]|(?<!\\b(?:Inc|Corp|Co|Ltd))\\.\\s|$)|\\b(?:add|list|include|name|naming)\\s+([A-Z][^\\n;:]{2,100}?)\\s+(?:as|as an)\\s+(?:an )?additional insured|\\(([A-Z][^)\\n]{2,80})\\)\\s+needs to be (?:an )?additional insured|additional insured[^\\n]{0,20}:\\s*yes\\s*\\(([^)\\n]{2,80})\\)");

    private static final List<NamedLine> LINES = List.of(
            new NamedLine("GL", "\\b(?:c?gl|general liability|liability insurance)\\b"),
            new NamedLine("AUTO", "\\b(?:auto(?:mobile)? liability|(?:business|commercial|fleet) auto|auto)\\b"),
            new NamedLine("UMBRELLA", "\\b(?:umbrella|excess)\\b"),
            new NamedLine("WC", "\\b(?:work(?:er|ers|er's|ers')?['’]?s? ?comp(?:ensation)?|wc)\\b"),
            new NamedLine("PROPERTY", "\\bproperty (?:insurance|coverage)\\b"),
            new NamedLine("CARGO", "\\bcargo\\b"));

    private static final QuickPattern INSURED = QuickPattern.compile(
            "(?im)^\\s*(?:named ?insured|insured|business|client|name|company)\\s*[:=]\\s*([^\\n=<>]{2,80}?)(?=\\s+\\w+=|$)");

    private static final QuickPattern CALL_BEFORE =
            QuickPattern.compile("\\b(?:call|calls|callback|reach|ring|text|contact)\\b[^.\\n]{0,40}$", I);

    private EntityFinder() {}

    private record NamedLine(String code, QuickPattern words) {
        NamedLine(String code, String words) {
            this(code, QuickPattern.compile(words, I));
        }
    }

    static Entities find(
            MessageText message, MessageParts parts, Identity identity, LocalDate today, MentionFinder.Book book) {
        String own = parts.text() + "\n" + parts.forwarded();
        String all = parts.all();
        Holder holder = HolderFinder.find(parts, identity);
        List<String> wording = Wording.asked(all);
        if (wording.isEmpty() && parts.text().length() < 120) {
            wording = Wording.asked(parts.attached());
        }
        String insured = identity.clientName() == null ? named(own) : identity.clientName();
        LenderAsk lender = LenderAsk.find(all, parts.attached());
        LocalDate hard = Deadlines.hardDate(all, today);
        return new Entities(
                identity.policyNumbers(),
                insured,
                holder.name(),
                holder.address(),
                DeliveryFinder.find(message, own),
                wording,
                additionalInsureds(own, holder, wording),
                Limits.required(own.length() < 120 ? own + "\n" + parts.attached() : own),
                lines(own),
                Deadlines.neededBy(all, hard, today),
                hard,
                acordForms(all + "\n" + parts.attached()),
                matches(VIN, own.toUpperCase(Locale.ROOT)).stream()
                        .filter(vin -> vin.chars().anyMatch(Character::isDigit))
                        .toList(),
                SenderIdentifier.phones(own),
                callbacks(own),
                matches(AMOUNT, own),
                lender,
                MentionFinder.find(
                        message,
                        new MentionFinder.Names(insured, identity.clientId(), holder.name(), lender.name()),
                        book,
                        today),
                ParticularsFinder.find(parts, today));
    }

    private static List<String> additionalInsureds(String text, Holder holder, List<String> wording) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = ADDITIONAL_INSURED_NAMES.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    for (String name : matcher.group(group).split("\\s+(?:and|&)\\s+(?=[A-Z][a-z]+ [A-Z])", -1)) {
                        names.add(HolderFinder.clean(name));
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

    static List<String> lines(String text) {
        return LINES.stream()
                .filter(line -> line.words().matcher(text).find())
                .map(NamedLine::code)
                .toList();
    }

    private static @Nullable String named(String text) {
        Matcher matcher = INSURED.matcher(text);
        return matcher.find() ? HolderFinder.clean(matcher.group(1)) : null;
    }

    /** Numbers near to words that ask for a call. */
    private static List<String> callbacks(String text) {
        return SenderIdentifier.phones(text).stream()
                .filter(number -> CALL_BEFORE
                        .matcher(text.substring(0, text.indexOf(number)))
                        .find())
                .toList();
    }

    private static List<String> acordForms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher matcher = ACORD.matcher(text);
        while (matcher.find()) {
            forms.add("ACORD " + matcher.group(1));
        }
        return List.copyOf(forms);
    }

    private static List<String> matches(QuickPattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().strip());
        }
        return List.copyOf(found);
    }
}
