package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.ezlynx.EzLynxClassicApi.ListedPolicy;
import org.throughline.ams.ezlynx.EzLynxPolicyApi.Row;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.vendor.VendorNotFound;

/**
 * Policies of an applicant: its list says which there are and their lines, one exact search a number says how each
 * stands. For the index the rows of the last sweep stand in for the searches.
 */
@OnEzLynx
@Component
class EzLynxPolicies implements AmsPolicies {

    private static final int YEARS_AHEAD = 5;

    private final EzLynxClassicApi classic;
    private final EzLynxPolicyApi search;
    private final EzLynxBook book;
    private final EzLynxReaders readers;
    private final EzLynxProperties properties;
    private final EzLynxPolicyMapper mapper;
    private final AgencyProfile agency;
    private final Clock clock;

    EzLynxPolicies(
            EzLynxClassicApi classic,
            EzLynxPolicyApi search,
            EzLynxBook book,
            EzLynxReaders readers,
            EzLynxProperties properties,
            AgencyProfile agency,
            Clock clock) {
        this.classic = classic;
        this.search = search;
        this.book = book;
        this.readers = readers;
        this.properties = properties;
        this.mapper = new EzLynxPolicyMapper(properties.carriers());
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public List<Policy> ofClient(String clientId) {
        if (!EzLynxIds.isId(clientId)) {
            return List.of();
        }
        Optional<String> name = name(clientId);
        if (name.isEmpty()) {
            return List.of();
        }
        List<ListedPolicy> listed = listed(clientId);
        List<Policy> policies = new ArrayList<>();
        numbers(listed).forEach((number, same) -> {
            List<Row> rows = byNumber(number, clientId);
            rows.forEach(row -> policies.add(mapper.policy(row, name.get(), same)));
            if (rows.isEmpty()) {
                same.forEach(one -> policies.add(mapper.unfound(clientId, name.get(), one)));
            }
        });
        return policies;
    }

    private Optional<String> name(String clientId) {
        try {
            Client client = EzLynxClientMapper.client(classic.applicant(clientId));
            return Optional.of(client.displayName());
        } catch (VendorNotFound unknown) {
            return Optional.empty();
        }
    }

    private static Map<String, List<ListedPolicy>> numbers(List<ListedPolicy> listed) {
        return listed.stream()
                .filter(one -> !EzLynxTexts.text(one.number()).isEmpty()
                        && !EzLynxTexts.text(one.expiration()).isEmpty())
                .collect(Collectors.groupingBy(one -> EzLynxTexts.text(one.number())));
    }

    /** Rows of another number or applicant come when the filter was ignored. */
    private List<Row> byNumber(String number, String clientId) {
        return search.byNumber(number, 1, properties.pageSize()).rows().stream()
                .filter(Row::usable)
                .filter(row -> row.hasNumber(number) && clientId.equals(row.applicantId()))
                .toList();
    }

    /** Without the name of the insured, which would take another call for each client. */
    @Override
    public List<Policy> headersOfClients(List<String> clientIds) {
        Map<String, List<Row>> rows =
                book.of(clientIds).stream().collect(Collectors.groupingBy(row -> EzLynxTexts.text(row.applicantId())));
        return readers.each(rows.keySet(), id -> headers(id, rows.getOrDefault(id, List.of()))).stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private List<Policy> headers(String clientId, List<Row> rows) {
        boolean whole = rows.stream().allMatch(row -> row.lob() != null);
        List<ListedPolicy> listed = whole ? List.of() : listed(clientId);
        return rows.stream().map(row -> mapper.policy(row, "", listed)).toList();
    }

    private List<ListedPolicy> listed(String clientId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), agency.timeZone());
        try {
            return classic.policies(
                    clientId,
                    today.minusYears(properties.historyYears()).toString(),
                    today.plusYears(YEARS_AHEAD).toString());
        } catch (VendorNotFound none) {
            return List.of();
        }
    }
}
