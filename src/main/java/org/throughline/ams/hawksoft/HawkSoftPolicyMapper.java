package org.throughline.ams.hawksoft;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyDescription;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.ams.hawksoft.HawkSoftWire.Interest;
import org.throughline.ams.hawksoft.HawkSoftWire.PolicyRecord;
import org.throughline.platform.vendor.VendorContractBroken;

/**
 * From the vendor's policy to the canonical one. What the vendor has no field for stands in the policy's {@code note}, see
 * {@link PolicyDescription}; that a policy is surplus lines stands in its {@code program}.
 */
final class HawkSoftPolicyMapper {

    private HawkSoftPolicyMapper() {}

    /** The policy, or nothing where it has no term: such a record is a file begun and never a policy in force. */
    static Optional<Policy> policy(ClientRecord client, PolicyRecord row) {
        LocalDate effective = date(row.effectiveDate());
        LocalDate expiration = date(row.expirationDate());
        if (effective == null || expiration == null) {
            return Optional.empty();
        }
        PolicyDescription note = PolicyDescription.parse(row.note());
        List<String> lines = HawkSoftLines.codes(HawkSoftText.list(row.loBs()));
        String state = HawkSoftText.text(row.policyState());
        return Optional.of(new Policy(
                row.id(),
                HawkSoftText.text(row.policyNumber()),
                String.valueOf(client.clientNumber()),
                HawkSoftText.first(note.namedInsured(), HawkSoftClientMapper.name(client)),
                lines,
                note.states().isEmpty() && !state.isEmpty() ? List.of(state) : note.states(),
                effective,
                expiration,
                status(HawkSoftText.text(row.status())),
                HawkSoftText.text(row.status()),
                HawkSoftText.first(row.writingCarrier(), row.carrier()),
                HawkSoftText.blankToNull(row.naic()),
                HawkSoftText.text(row.program()).toLowerCase(Locale.ROOT).startsWith("surplus"),
                cancellation(row),
                row.premium(),
                HawkSoftCoverages.limits(row, lines),
                note.forms(),
                HawkSoftText.list(row.additionalInterests()).stream()
                        .map(interest -> interest(row, interest))
                        .toList()));
    }

    /**
     * Only {@code Active} is documented. The others are words that can mean one thing alone; any other word, such as the
     * name of a transaction, is no status under which coverage surely stands.
     */
    static PolicyStatus status(String raw) {
        return switch (plain(raw)) {
            case "active" -> PolicyStatus.ACTIVE;
            case "pendingcancel", "pendingcancellation" -> PolicyStatus.PENDING_CANCEL;
            case "cancelled", "canceled" -> PolicyStatus.CANCELLED;
            case "expired" -> PolicyStatus.EXPIRED;
            case "renewing" -> PolicyStatus.RENEWING;
            case "renewed" -> PolicyStatus.RENEWED;
            case "reinstated" -> PolicyStatus.REINSTATED;
            case "nonrenewed", "nonrenewal", "nonrenew" -> PolicyStatus.NON_RENEWED;
            case "replaced", "rewritten" -> PolicyStatus.REPLACED;
            case "quote", "quoted", "prospect" -> PolicyStatus.PROSPECT_QUOTE;
            default -> PolicyStatus.UNKNOWN;
        };
    }

    private static String plain(@Nullable String word) {
        return HawkSoftText.text(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** {@code statusDate} is the day the status takes effect; so it is the day of a cancellation that it tells of. */
    private static @Nullable LocalDate cancellation(PolicyRecord row) {
        boolean cancels =
                plain(row.status()).contains("cancel") || plain(row.subStatus()).contains("cancel");
        return cancels ? date(row.statusDate()) : null;
    }

    private static AdditionalInterest interest(PolicyRecord policy, Interest row) {
        return new AdditionalInterest(
                HawkSoftText.text(row.name()),
                nature(HawkSoftText.text(row.type()).toLowerCase(Locale.ROOT)),
                HawkSoftText.line(row.address()),
                HawkSoftText.blankToNull(row.loanNumber()),
                item(policy, row.parentId()));
    }

    /** "Additional Interest (AI)" and "Lienholder (LH)" are documented; the former does not say what the interest is. */
    private static String nature(String type) {
        if (type.contains("mortgag")) {
            return "MORTGAGEE";
        }
        if (type.contains("loss payee")) {
            return "LOSS_PAYEE";
        }
        if (type.contains("lienholder")) {
            return "LIENHOLDER";
        }
        return type.contains("additional insured") ? "ADDITIONAL_INSURED" : "OTHER";
    }

    private static @Nullable String item(PolicyRecord policy, @Nullable String parentId) {
        if (parentId == null) {
            return null;
        }
        return HawkSoftText.list(policy.autos()).stream()
                .filter(auto -> parentId.equalsIgnoreCase(auto.id()))
                .map(auto -> HawkSoftText.words(auto.year(), auto.make(), auto.model()))
                .findFirst()
                .or(() -> HawkSoftText.list(policy.locations()).stream()
                        .filter(location -> parentId.equalsIgnoreCase(location.id()))
                        .map(location -> HawkSoftText.text(HawkSoftText.line(location.address())))
                        .findFirst())
                .map(HawkSoftText::blankToNull)
                .orElse(null);
    }

    /** The day of a local date-time, or null where none is given. */
    static @Nullable LocalDate date(@Nullable String raw) {
        String text = HawkSoftText.text(raw);
        if (text.isEmpty() || text.startsWith("0001-01-01")) {
            return null;
        }
        try {
            return LocalDate.parse(text.replaceFirst("T.*$", ""), DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException unreadable) {
            throw new VendorContractBroken("HawkSoft sent a date that nobody documented: '" + text + "'", unreadable);
        }
    }
}
