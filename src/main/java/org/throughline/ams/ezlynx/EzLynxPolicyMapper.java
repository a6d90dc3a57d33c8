package org.throughline.ams.ezlynx;

import static org.throughline.ams.ezlynx.EzLynxTexts.blankToNull;
import static org.throughline.ams.ezlynx.EzLynxTexts.date;
import static org.throughline.ams.ezlynx.EzLynxTexts.first;
import static org.throughline.ams.ezlynx.EzLynxTexts.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.ezlynx.EzLynxClassicApi.ListedPolicy;
import org.throughline.ams.ezlynx.EzLynxPolicyApi.Row;
import org.throughline.ams.ezlynx.EzLynxProperties.Carrier;

/**
 * Puts together what the two surfaces tell of a policy: number, dates, status and carrier stand in the search, lines and
 * state in the applicant's list. Limits, forms and interests are not read, which is never "no coverage".
 */
final class EzLynxPolicyMapper {

    private final Map<String, Carrier> carriers;

    EzLynxPolicyMapper(List<Carrier> carriers) {
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::naic, Function.identity()));
    }

    /** A policy of the search with the applicant's list beside it. */
    Policy policy(Row row, String namedInsured, List<ListedPolicy> listed) {
        LocalDate expiration = date(text(row.expirationDate()));
        List<ListedPolicy> same =
                listed.stream().filter(one -> row.hasNumber(text(one.number()))).toList();
        List<ListedPolicy> sameTerm = same.stream()
                .filter(one -> blankToNull(one.expiration()) != null
                        && date(text(one.expiration())).equals(expiration))
                .toList();
        List<ListedPolicy> term = sameTerm.isEmpty() ? same : sameTerm;
        String rawStatus = text(row.status());
        return policy(
                text(row.policyId()),
                text(row.policyNumber()),
                text(row.applicantId()),
                namedInsured,
                Stream.concat(Stream.ofNullable(row.lob()), term.stream().map(ListedPolicy::lob)),
                Stream.concat(
                        Stream.ofNullable(row.ratingState()), term.stream().map(ListedPolicy::ratingState)),
                row.effectiveDate() == null ? expiration : date(row.effectiveDate()),
                expiration,
                rawStatus,
                row);
    }

    /** A policy that only the applicant's list has: nobody says whether it is in force. */
    Policy unfound(String applicantId, String namedInsured, ListedPolicy listed) {
        LocalDate expiration = date(text(listed.expiration()));
        return policy(
                Objects.requireNonNullElse(first(listed.id(), listed.number()), ""),
                text(listed.number()),
                applicantId,
                namedInsured,
                Stream.ofNullable(listed.lob()),
                Stream.ofNullable(listed.ratingState()),
                blankToNull(listed.effective()) == null ? expiration : date(text(listed.effective())),
                expiration,
                "",
                null);
    }

    private Policy policy(
            String id,
            String number,
            String applicantId,
            String namedInsured,
            Stream<@Nullable String> lobs,
            Stream<@Nullable String> states,
            LocalDate effective,
            LocalDate expiration,
            String rawStatus,
            @Nullable Row row) {
        String naic = row == null ? null : blankToNull(row.naicCode());
        Carrier carrier = naic == null ? null : carriers.get(naic);
        return new Policy(
                id,
                number,
                applicantId,
                namedInsured,
                distinct(lobs.map(EzLynxLines::code)),
                distinct(states.map(EzLynxTexts::text)),
                effective,
                expiration,
                status(rawStatus),
                rawStatus,
                carrier != null ? carrier.name() : naic == null ? "(carrier not read)" : "NAIC " + naic,
                naic,
                carrier != null && carrier.surplusLines(),
                null,
                row == null ? null : row.premium(),
                Map.of(),
                null,
                List.of());
    }

    private static List<String> distinct(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).distinct().toList();
    }

    /** No list of statuses is documented; a word that is not here keeps nothing in force and is shown as it is. */
    static PolicyStatus status(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip()) {
            case "active", "in force", "issued", "bound" -> PolicyStatus.ACTIVE;
            case "pending cancel", "pending cancellation", "cancel pending" -> PolicyStatus.PENDING_CANCEL;
            case "cancelled", "canceled" -> PolicyStatus.CANCELLED;
            case "expired", "lapsed" -> PolicyStatus.EXPIRED;
            case "renewing", "pending renewal", "renewal pending" -> PolicyStatus.RENEWING;
            case "renewed" -> PolicyStatus.RENEWED;
            case "reinstated" -> PolicyStatus.REINSTATED;
            case "non renewed", "non renewal", "nonrenewed", "not renewed" -> PolicyStatus.NON_RENEWED;
            case "replaced", "rewritten" -> PolicyStatus.REPLACED;
            case "quote", "quoted", "prospect", "pending" -> PolicyStatus.PROSPECT_QUOTE;
            default -> PolicyStatus.UNKNOWN;
        };
    }
}
