package org.throughline.carrier.acordxml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.LineCodes;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.Transaction.Coverage;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/** One notification as a transaction. Its original is the message as it was read: names without prefixes, in UTF-8. */
final class AcordNotification {

    private static final Set<Subject> IMAGE = EnumSet.of(
            Subject.ADDITIONAL_INSURED,
            Subject.MORTGAGEE,
            Subject.LOSS_PAYEE,
            Subject.LIENHOLDER,
            Subject.VEHICLE,
            Subject.DRIVER,
            Subject.LOCATION);

    /** What differs from one sending of the same to another. */
    private static final Set<String> OF_THE_SENDING =
            Set.of("RqUID", "CorrelationUID", "MsgSeqNumber", "TransactionSeqNumber");

    private final XmlElement message;
    private final XmlElement policy;

    private AcordNotification(XmlElement message) {
        this.message = message;
        this.policy = Stream.of("CommlPolicy", "PersPolicy", "Policy", "PartialPolicy", "PolicyCancelReinstate")
                .flatMap(name -> message.at(name).stream())
                .findFirst()
                .orElse(message);
    }

    static Downloaded read(XmlElement message) {
        Transaction transaction = new AcordNotification(message).transaction();
        String text = Stream.concat(Stream.of(transaction.subject()), lines(message, ""))
                .collect(Collectors.joining("\n"));
        return new Downloaded(transaction, text, XmlWriter.document(message), StandardCharsets.UTF_8);
    }

    private Transaction transaction() {
        Optional<XmlElement> claim = message.at("ClaimsOccurrence");
        return new Transaction(
                id(message),
                code(),
                carrier(),
                policy.text("NAICCd").orElse(null),
                policy.text("PolicyNumber")
                        .or(() -> message.text("PolicyNumber"))
                        .orElse(""),
                LineCodes.ours(
                        policy.text("LOBCd").or(() -> message.text("LOBCd")).orElse("")),
                message.at("InsuredOrPrincipal").map(AcordParty::name).orElse(""),
                AcordValues.date(
                        message.text("TransactionEffectiveDt").or(() -> claim.flatMap(loss -> loss.text("LossDt")))),
                AcordValues.date(message.text("TransactionRequestDt")),
                AcordValues.date(policy.text("ContractTerm/EffectiveDt")),
                AcordValues.date(policy.text("ContractTerm/ExpirationDt")),
                AcordValues.amount(policy, "CurrentTermAmt"),
                AcordValues.amount(policy, "NetChangeAmt"),
                coverages(),
                image(),
                remarks(claim.orElse(null)),
                true);
    }

    /** By the purpose, then by what the message is about, then by the policy's status, whose codes are the same. */
    private TransactionCode code() {
        Optional<String> purpose = message.text("BusinessPurposeTypeCd").or(() -> policy.text("BusinessPurposeTypeCd"));
        if (purpose.isPresent()) {
            return TransactionCode.of(purpose.orElseThrow());
        }
        if (within("CancelNonRenewInfo")) {
            return TransactionCode.XLC;
        }
        if (within("ReinstateInfo")) {
            return TransactionCode.REI;
        }
        return TransactionCode.of(policy.text("PolicyStatusCd").orElse(""));
    }

    private boolean within(String name) {
        return message.at(name).isPresent() || policy.at(name).isPresent();
    }

    private String carrier() {
        return policy.text("InsurerName")
                .or(() -> message.text("InsurerName"))
                .or(() -> message.at("NotifySender").map(AcordParty::name).filter(name -> !name.isEmpty()))
                .or(() -> message.text("NotifySender"))
                .orElse("");
    }

    private List<Coverage> coverages() {
        return message.everything("Coverage").map(AcordNotification::coverage).toList();
    }

    private static Coverage coverage(XmlElement coverage) {
        List<String> limits = coverage.all("Limit")
                .map(AcordNotification::value)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Coverage(
                coverage.text("CoverageCd")
                        .or(() -> coverage.text("CoverageDesc"))
                        .orElse(""),
                limits.isEmpty() ? "" : limits.get(0),
                limits.size() < 2 ? "" : limits.get(1),
                coverage.at("Deductible").map(AcordNotification::value).orElse(""),
                AcordValues.amount(coverage, "CurrentTermAmt"));
    }

    private static String value(XmlElement amount) {
        return amount.text("FormatInteger")
                .or(() -> amount.text("FormatCurrencyAmt/Amt"))
                .or(() -> amount.text("FormatText"))
                .orElse("");
    }

    private List<Change> image() {
        return AcordItems.all(message).stream()
                .filter(item -> IMAGE.contains(item.subject()))
                .toList();
    }

    private String remarks(@Nullable XmlElement claim) {
        List<String> remarks = new ArrayList<>();
        if (claim != null) {
            String number = claim.text("ItemIdInfo/InsurerId").orElse("");
            String status = claim.text("ClaimStatusCd").orElse("");
            remarks.add(("Claim " + number + " " + status).strip());
            claim.text("IncidentDesc").ifPresent(remarks::add);
        }
        message.all("RemarkText")
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .forEach(remarks::add);
        return String.join("\n", remarks);
    }

    /** The same for the same message, whenever and in whatever file it is sent. */
    private static String id(XmlElement message) {
        String said = XmlWriter.document(withoutSending(message));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return "acord/" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static XmlElement withoutSending(XmlElement message) {
        return new XmlElement(
                message.name(),
                message.attributes(),
                message.text(),
                message.children().stream()
                        .filter(child -> !OF_THE_SENDING.contains(child.name()))
                        .toList());
    }

    /** Every value that was sent with where it stands, such as {@code CommlPolicy PolicyNumber: …}. */
    private static Stream<String> lines(XmlElement element, String around) {
        return element.children().stream().flatMap(child -> {
            String where = (around + " " + child.name()).strip();
            Stream<String> own = child.text().isEmpty() ? Stream.empty() : Stream.of(where + ": " + child.text());
            return Stream.concat(own, lines(child, where));
        });
    }
}
