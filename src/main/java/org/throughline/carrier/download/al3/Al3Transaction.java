package org.throughline.carrier.download.al3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.LineCodes;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.Transaction.Coverage;
import org.throughline.carrier.download.TransactionCode;

/** The groups of one transaction. Files that count positions from one are recognized by where the code stands. */
final class Al3Transaction {

    private final List<Group> groups;
    private final int shift;

    /** Of at least one group, which is the transaction's header. */
    Al3Transaction(List<Group> groups) {
        this.groups = List.copyOf(groups);
        this.shift = shift(groups.get(0));
    }

    private static int shift(Group header) {
        boolean fromZero = TransactionCode.of(header.slice(167, 170)) != TransactionCode.UNKNOWN;
        boolean fromOne = TransactionCode.of(header.slice(166, 169)) != TransactionCode.UNKNOWN;
        return fromOne && !fromZero ? 1 : 0;
    }

    /** The transaction with its text; {@code whole} as in {@link Transaction}. */
    Downloaded read(boolean whole) {
        Transaction transaction = transaction(whole);
        return new Downloaded(
                transaction, Al3Text.of(this, transaction.subject()), original(), StandardCharsets.ISO_8859_1);
    }

    private Transaction transaction(boolean whole) {
        return new Transaction(
                id(),
                TransactionCode.of(value(Layout.CODE)),
                value(Layout.CARRIER),
                naic(value(Layout.NAIC)),
                value(Layout.NUMBER),
                LineCodes.ours(line()),
                value(Layout.INSURED),
                Values.date(value(Layout.EFFECTIVE)),
                Values.date(value(Layout.PROCESSED)),
                Values.date(value(Layout.TERM_FROM)),
                Values.date(value(Layout.TERM_TO)),
                Values.amount(value(Layout.PREMIUM)),
                null,
                all(Layout.COVERAGE.group()).map(this::coverage).toList(),
                Al3Image.of(this),
                all(Layout.REMARK.group())
                        .map(group -> in(group, Layout.REMARK))
                        .filter(remark -> !remark.isEmpty())
                        .collect(Collectors.joining("\n")),
                whole);
    }

    /** The line of business as the carrier sent it. */
    String line() {
        return Optional.of(value(Layout.LINE)).filter(line -> !line.isEmpty()).orElse(value(Layout.HEADER_LINE));
    }

    private Coverage coverage(Group group) {
        return new Coverage(
                in(group, Layout.COVERAGE),
                Values.whole(in(group, Layout.LIMIT)),
                Values.whole(in(group, Layout.SECOND_LIMIT)),
                Values.whole(in(group, Layout.DEDUCTIBLE)),
                Values.amount(in(group, Layout.COVERAGE_PREMIUM)));
    }

    private static @Nullable String naic(String sent) {
        return sent.matches("\\d{5}") && !sent.equals("00000") ? sent : null;
    }

    List<Group> groups() {
        return groups;
    }

    Stream<Group> all(String code) {
        return groups.stream().filter(group -> group.is(code));
    }

    /** The value in the first group of its kind; empty where there is none. */
    String value(Layout layout) {
        return all(layout.group()).findFirst().map(group -> in(group, layout)).orElse("");
    }

    String in(Group group, Layout layout) {
        return layout.in(group, shift);
    }

    /** The same for the same transaction, in whatever file and with whatever line breaks it comes. */
    private String id() {
        String said = groups.stream().map(group -> group.text().stripTrailing()).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.ISO_8859_1));
            return "al3/" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The groups as they came, a line each. */
    private String original() {
        List<String> lines = new ArrayList<>();
        groups.forEach(group -> lines.add(group.text() + "\r\n"));
        return String.join("", lines);
    }
}
