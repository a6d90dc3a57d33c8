package org.throughline.ams.nowcerts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Client.Address;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.LineOfBusiness;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyDescription;
import org.throughline.ams.nowcerts.NowCertsApi.ContactRow;
import org.throughline.ams.nowcerts.NowCertsApi.Insured;
import org.throughline.ams.nowcerts.NowCertsApi.InterestRow;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyRow;
import org.throughline.platform.vendor.VendorContractBroken;

/**
 * From the vendor's rows to the canonical model. Two facts stand where the vendor documents no field of their own: a
 * contact may ask in the client's name when its {@code description} begins with "Authorized", and a policy is surplus
 * lines when its {@code businessSubType} says so. States and forms: see {@link PolicyDescription}.
 */
final class NowCertsMapper {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US),
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US));

    private NowCertsMapper() {}

    static Client client(Insured insured, List<ContactRow> contacts) {
        boolean commercial = !"Personal".equalsIgnoreCase(insured.insuredType());
        String person = joined(insured.firstName(), insured.lastName());
        String other = joined(insured.coInsuredFirstName(), insured.coInsuredLastName());
        String household = other.isEmpty() ? person : person + " and " + other;
        String name = firstText(insured.commercialName(), household, "(no name at NowCerts)");
        return new Client(
                insured.id(),
                name,
                blankToNull(insured.dba()),
                commercial,
                "Prospect".equalsIgnoreCase(insured.type()),
                contacts(insured, contacts, name),
                address(insured),
                blankToNull(insured.state()),
                null,
                null);
    }

    private static List<ClientContact> contacts(Insured insured, List<ContactRow> rows, String clientName) {
        List<ClientContact> contacts = new ArrayList<>();
        for (ContactRow row : rows) {
            contacts.add(new ClientContact(
                    firstText(joined(row.firstName(), row.lastName()), clientName),
                    firstOrNull(row.businessEmail(), row.personalEmail()),
                    firstOrNull(row.officePhone(), row.cellPhone(), row.homePhone()),
                    text(row.description()).toLowerCase(Locale.ROOT).startsWith("authorized")));
        }
        boolean known = contacts.stream().anyMatch(contact -> Objects.equals(contact.email(), insured.eMail()));
        if (!known && blankToNull(insured.eMail()) != null) {
            contacts.add(new ClientContact(clientName, insured.eMail(), blankToNull(insured.phone()), false));
        }
        return List.copyOf(contacts);
    }

    private static @Nullable Address address(Insured insured) {
        String line1 = blankToNull(insured.addressLine1());
        return line1 == null
                ? null
                : new Address(
                        line1,
                        blankToNull(insured.addressLine2()),
                        text(insured.city()),
                        text(insured.state()),
                        text(insured.zipCode()));
    }

    static Policy policy(
            PolicyRow row, List<String> lines, Map<String, Map<String, String>> limits, List<InterestRow> interests) {
        PolicyDescription description = PolicyDescription.parse(row.description());
        String account = firstText(
                row.insuredCommercialName(), joined(row.insuredFirstName(), row.insuredLastName()), "(no name)");
        String rawStatus = text(row.status());
        return new Policy(
                row.key(),
                row.number(),
                row.insuredDatabaseId(),
                firstText(description.namedInsured(), account),
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .map(LineOfBusiness::code)
                        .toList(),
                description.states(),
                date(row.effectiveDate()),
                date(row.expirationDate()),
                Boolean.TRUE.equals(row.isQuote()) ? PolicyStatus.PROSPECT_QUOTE : status(rawStatus),
                rawStatus,
                text(row.carrierName()),
                blankToNull(row.carrierNAIC()),
                text(row.businessSubType())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .startsWith("surplus"),
                blankToNull(row.cancellationDate()) == null ? null : date(text(row.cancellationDate())),
                money(row.totalPremium()),
                limits,
                description.forms(),
                interests.stream().map(NowCertsMapper::interest).toList());
    }

    /** Names as the vendor spells them; the documented read table counts from 1, so a number is that key. */
    static PolicyStatus status(String raw) {
        return switch (raw.strip().toLowerCase(Locale.ROOT).replace("_", " ").replace("-", " ")) {
            case "active", "1" -> PolicyStatus.ACTIVE;
            case "pending cancel", "pending cancellation", "2" -> PolicyStatus.PENDING_CANCEL;
            case "cancelled", "canceled", "3" -> PolicyStatus.CANCELLED;
            case "expired", "4" -> PolicyStatus.EXPIRED;
            case "renewing", "5" -> PolicyStatus.RENEWING;
            case "renewed", "6" -> PolicyStatus.RENEWED;
            case "reinstated", "7" -> PolicyStatus.REINSTATED;
            case "replaced", "8", "rewritten", "12" -> PolicyStatus.REPLACED;
            case "non renewal", "non renewed", "9" -> PolicyStatus.NON_RENEWED;
            default -> PolicyStatus.UNKNOWN;
        };
    }

    private static AdditionalInterest interest(InterestRow row) {
        String nature = Boolean.TRUE.equals(row.additionalInsured())
                ? "ADDITIONAL_INSURED"
                : Boolean.TRUE.equals(row.mortgagee())
                        ? "MORTGAGEE"
                        : Boolean.TRUE.equals(row.lossPayee())
                                ? "LOSS_PAYEE"
                                : Boolean.TRUE.equals(row.lienholder()) ? "LIENHOLDER" : "OTHER";
        String place = joined(row.city(), row.state(), row.zipCode());
        String address = Stream.of(text(row.addressLine1()), place)
                .filter(part -> !part.isBlank())
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        return new AdditionalInterest(
                row.certificateHolderName(),
                nature,
                blankToNull(address),
                blankToNull(row.loanNumber()),
                blankToNull(row.description()));
    }

    /** A day in any of the vendor's formats. */
    static LocalDate date(String raw) {
        String text = raw.strip();
        try {
            return OffsetDateTime.parse(text).toLocalDate();
        } catch (DateTimeParseException notWithOffset) {
            for (DateTimeFormatter format : DATES) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeParseException another) {
                    notWithOffset.addSuppressed(another);
                }
            }
            throw new VendorContractBroken(
                    "NowCerts sent a date that nobody documented: '" + text + "'", notWithOffset);
        }
    }

    private static @Nullable BigDecimal money(@Nullable String raw) {
        String digits = text(raw).replaceAll("[$,\\s]", "");
        return digits.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(digits) : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable String firstOrNull(@Nullable String... candidates) {
        return blankToNull(firstText(candidates));
    }

    private static String firstText(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return "";
    }

    /** The parts that are there, with a space between. */
    static String joined(@Nullable String... parts) {
        List<String> given = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                given.add(part.strip());
            }
        }
        return String.join(" ", given);
    }
}
