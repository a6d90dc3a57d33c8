package org.throughline.ams.epic;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.epic.EpicRows.AccountRow;
import org.throughline.ams.epic.EpicRows.ClientRow;
import org.throughline.ams.epic.EpicRows.ContactRow;
import org.throughline.ams.epic.EpicRows.Email;
import org.throughline.ams.epic.EpicRows.Money;
import org.throughline.ams.epic.EpicRows.Phone;
import org.throughline.ams.epic.EpicRows.PolicyRow;
import org.throughline.ams.epic.EpicRows.Premium;
import org.throughline.platform.vendor.VendorContractBroken;

/**
 * From the vendor's rows to the canonical model. An account whose name says "dba" is split there. Limits, forms and
 * further parties are never in these rows, so none of them is said to be absent.
 */
final class EpicMapper {

    private static final String DBA = "(?i)\\s+d/?b/?a\\s+";

    private EpicMapper() {}

    static Client client(AccountRow account, @Nullable ClientRow details, List<ContactRow> contacts) {
        String[] names = text(account.name()).split(DBA, 2);
        boolean personal = details != null && "INDIVIDUAL".equalsIgnoreCase(details.individualOrBusiness());
        boolean prospect = details != null && "PROSPECT".equalsIgnoreCase(details.type());
        Address address = details == null ? null : address(details.address());
        String name = firstText(names[0], account.lookupCode(), "(no name at Applied Epic)");
        return new Client(
                account.id(),
                name,
                names.length > 1 ? names[1].strip() : null,
                !personal,
                prospect,
                contacts.stream().map(contact -> contact(contact, name)).toList(),
                address,
                address == null ? null : blankToNull(address.state()),
                null,
                null);
    }

    private static ClientContact contact(ContactRow row, String clientName) {
        String person = Stream.of(text(row.firstName()), text(row.lastName()))
                .filter(part -> !part.isBlank())
                .reduce((first, last) -> first + " " + last)
                .orElse("");
        return new ClientContact(
                firstText(person, row.name(), clientName),
                first(row.emails(), Email::emailAddress),
                first(row.phoneNumbers(), Phone::number),
                text(row.description()).strip().toLowerCase(Locale.ROOT).startsWith("authorized"));
    }

    private static <T> @Nullable String first(
            @Nullable List<T> rows, java.util.function.Function<T, @Nullable String> value) {
        for (T row : rows == null ? List.<T>of() : rows) {
            String found = blankToNull(value.apply(row));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Address address(EpicRows.@Nullable Address given) {
        List<String> streets = given == null ? null : given.streets();
        if (given == null || streets == null || streets.isEmpty()) {
            return null;
        }
        return new Address(
                streets.get(0),
                streets.size() > 1 ? streets.get(1) : null,
                text(given.city()),
                text(given.stateOrProvince()),
                text(given.zipOrPostalCode()));
    }

    /** @param cancelled the day the vendor says a line was cancelled; null where it was not asked or does not say */
    static Policy policy(PolicyRow row, EpicTerms terms, @Nullable LocalDate cancelled) {
        EpicDescription description = EpicDescription.parse(row.description());
        EpicRows.Named client = row.embedded() == null ? null : row.embedded().client();
        String account = client == null ? "" : text(client.name()).split(DBA, 2)[0];
        boolean prospective = "PROSPECTIVE".equals(row.status());
        List<String> states = new ArrayList<>(terms.states());
        description.states().stream().filter(state -> !states.contains(state)).forEach(states::add);
        return new Policy(
                row.id(),
                text(row.policyNumber()),
                row.client(),
                firstText(description.namedInsured(), account, "(no name)"),
                terms.lines(),
                states,
                date(row.effectiveOn()),
                date(row.expirationOn()),
                prospective ? PolicyStatus.PROSPECT_QUOTE : terms.status(),
                firstText(terms.rawStatus(), row.status(), ""),
                terms.carrierName(),
                null,
                description.surplusLines(),
                cancelled,
                premium(row.premium()),
                Map.of(),
                null,
                List.of());
    }

    private static @Nullable BigDecimal premium(@Nullable Premium premium) {
        return premium == null
                ? null
                : Stream.of(premium.estimated(), premium.annualized(), premium.billed())
                        .map(EpicMapper::money)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    static @Nullable BigDecimal money(@Nullable Money money) {
        if (money == null || money.units() == null || !money.units().matches("-?\\d+")) {
            return null;
        }
        int cents = money.partialUnits() == null ? 0 : money.partialUnits();
        BigDecimal partial = BigDecimal.valueOf(money.units().startsWith("-") ? -cents : cents, 2);
        return new BigDecimal(money.units()).add(partial);
    }

    static LocalDate date(String raw) {
        try {
            return LocalDate.parse(raw.length() > 10 ? raw.substring(0, 10) : raw);
        } catch (DateTimeParseException unreadable) {
            throw new VendorContractBroken(
                    "Applied Epic sent a date that nobody documented: '" + raw + "'", unreadable);
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String firstText(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return "";
    }
}
