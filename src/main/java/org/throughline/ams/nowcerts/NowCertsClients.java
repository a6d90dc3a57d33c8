package org.throughline.ams.nowcerts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client;
import org.throughline.ams.nowcerts.NowCertsApi.ContactRow;
import org.throughline.ams.nowcerts.NowCertsApi.Insured;
import org.throughline.ams.nowcerts.NowCertsApi.InsuredIds;
import org.throughline.ams.nowcerts.NowCertsApi.PolicyRow;
import org.throughline.ams.nowcerts.NowCertsApi.PrincipalRow;

/** Clients are the vendor's insureds with their contacts; a client's id is the insured's GUID. */
@OnNowCerts
@Component
class NowCertsClients implements AmsClients {

    private static final String BY_ID = "id asc";
    private static final String EVERYBODY = "type eq 'Insured' or type eq 'Prospect'";

    private final NowCertsApi api;

    NowCertsClients(NowCertsApi api) {
        this.api = api;
    }

    @Override
    public Optional<Client> find(String clientId) {
        List<Insured> found = api.insureds("id eq " + clientId, BY_ID, 0, 1).value();
        return withContacts(found).stream().findFirst();
    }

    /** A client counts as changed when it, one of its contacts or one of its policies changed. */
    @Override
    public List<Client> changedSince(@Nullable Instant since) {
        if (since == null) {
            return withContacts(NowCertsLists.all((skip, top) -> api.insureds(EVERYBODY, BY_ID, skip, top)));
        }
        String changed = "changeDate ge " + since.truncatedTo(ChronoUnit.SECONDS);
        Map<String, Insured> insureds = new LinkedHashMap<>();
        NowCertsLists.all((skip, top) -> api.insureds(changed, BY_ID, skip, top))
                .forEach(insured -> insureds.put(insured.id(), insured));
        List<String> others = Stream.concat(
                        NowCertsLists.all((skip, top) -> api.policies(changed, "number asc", skip, top)).stream()
                                .map(PolicyRow::insuredDatabaseId),
                        NowCertsLists.all((skip, top) -> api.principals(changed, "databaseId asc", skip, top)).stream()
                                .map(PrincipalRow::insuredDatabaseId))
                .distinct()
                .filter(id -> !insureds.containsKey(id))
                .toList();
        NowCertsLists.inBatches(
                        others,
                        ids -> api.insureds(anyOf("id", ids), BY_ID, 0, NowCertsLists.PAGE)
                                .value())
                .forEach(insured -> insureds.put(insured.id(), insured));
        return withContacts(new ArrayList<>(insureds.values()));
    }

    static String anyOf(String field, List<String> ids) {
        return ids.stream().map(id -> field + " eq " + id).collect(Collectors.joining(" or "));
    }

    private List<Client> withContacts(List<Insured> insureds) {
        List<String> ids = insureds.stream().map(Insured::id).toList();
        Map<String, List<ContactRow>> contacts =
                NowCertsLists.inBatches(ids, batch -> api.insuredContacts(new InsuredIds(batch))).stream()
                        .collect(Collectors.groupingBy(ContactRow::insuredDatabaseId));
        return insureds.stream()
                .map(insured -> NowCertsMapper.client(insured, contacts.getOrDefault(insured.id(), List.of())))
                .toList();
    }
}
