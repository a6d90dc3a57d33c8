package org.throughline.ams.hawksoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.sandbox.PracticeBook;

/** The adapter's reads against the practice agency's HawkSoft: the whole book comes through. */
@AgainstSimulatedHawkSoft
class HawkSoftBookTest {

    private static final String MARIN = "10002";

    /** What the vendor has no place for. */
    private static final Set<String> NOT_READ = Set.of(
            "DO.premium",
            "DO.priorPremium",
            "PERSONAL_UMBRELLA.requiredUnderlying.auto",
            "PERSONAL_UMBRELLA.requiredUnderlying.home",
            "PERSONAL_UMBRELLA.twoMillionRequiresAuto");

    private final HawkSoftClients clients;
    private final HawkSoftPolicies policies;
    private final PracticeBook book;

    HawkSoftBookTest(HawkSoftClients clients, HawkSoftPolicies policies, PracticeBook book) {
        this.clients = clients;
        this.policies = policies;
        this.book = book;
    }

    @Test
    void readsTheWholeBook() {
        List<Client> all = clients.changedSince(null);

        assertThat(all).hasSize(93).allSatisfy(client -> {
            assertThat(client.displayName()).isNotBlank();
            assertThat(client.contacts()).isNotEmpty();
            assertThat(client.address()).isNotNull();
        });
        assertThat(policies.headersOfClients(all.stream().map(Client::id).toList()))
                .hasSize(122)
                .allSatisfy(policy -> {
                    assertThat(policy.lines()).isNotEmpty();
                    assertThat(policy.states()).isNotEmpty();
                    assertThat(policy.status()).isNotEqualTo(Policy.PolicyStatus.UNKNOWN);
                    assertThat(policy.limits()).isEmpty();
                });
    }

    @Test
    void readsLimitsOfEveryPolicy() {
        List<Policy> all = clients.changedSince(null).stream()
                .flatMap(client -> policies.ofClient(client.id()).stream())
                .toList();

        Map<String, Policy> byNumber = all.stream().collect(Collectors.toMap(Policy::number, Function.identity()));
        assertThat(byNumber).hasSize(122);
        for (JsonNode expected : book.list("policies")) {
            String number = expected.path("number").asText();
            assertThat(byNumber).containsKey(number);
            assertThat(byNumber)
                    .extractingByKey(number)
                    .satisfies(policy ->
                            assertThat(flat(policy.limits())).as(number).isEqualTo(flat(expected.path("limits"))));
        }
        assertThat(all.stream().filter(policy -> policy.surplusLines())).hasSize(1);
        assertThat(all.stream().flatMap(policy -> policy.additionalInterests().stream()))
                .hasSize(22)
                .filteredOn(interest -> interest.item() != null)
                .extracting(Policy.AdditionalInterest::item)
                .contains("2021 Chevrolet Equinox", "2019 Nissan Altima");
    }

    @Test
    void readsOnlyWhatChanged() {
        assertThat(clients.changedSince(Instant.parse("2026-11-21T00:00:00Z"))).hasSize(93);
        assertThat(clients.changedSince(Instant.parse("2026-11-23T17:30:00Z"))).isEmpty();
    }

    @Test
    void readsAClientWithWhoMayAskInItsName() {
        Client marin = clients.find(MARIN).orElseThrow();

        assertThat(marin.displayName()).isEqualTo("Marin Framing LLC");
        assertThat(marin.commercial()).isTrue();
        assertThat(marin.prospect()).isFalse();
        assertThat(marin.state()).isEqualTo("TX");
        assertThat(marin.producer()).isEqualTo("Priya Shah");
        assertThat(marin.contacts())
                .containsExactlyInAnyOrder(
                        new Client.ClientContact("Luis Marin", "lmarin@marinframing.example", "512-555-0164", true),
                        new Client.ClientContact("Yolanda Marin", "books@marinframing.example", "512-555-0165", false));
        assertThat(clients.changedSince(null).stream().map(Client::displayName))
                .contains("Jerome Watts and Alicia Watts", "Patrick Fallon");
    }

    @Test
    void readsPoliciesWithLimitsAndForms() {
        Policy liability = marinPolicy("BMC-GL-0513370");
        assertThat(liability.effective()).isEqualTo(LocalDate.of(2026, 8, 23));
        assertThat(liability.expiration()).isEqualTo(LocalDate.of(2027, 8, 23));
        assertThat(liability.status()).isEqualTo(Policy.PolicyStatus.ACTIVE);
        assertThat(liability.rawStatus()).isEqualTo("Active");
        assertThat(liability.naic()).isEqualTo("99112");
        assertThat(liability.namedInsured()).isEqualTo("Marin Framing LLC");
        assertThat(liability.limits().get("GL"))
                .containsEntry("eachOccurrence", "1000000")
                .containsEntry("generalAggregate", "2000000")
                .containsEntry("aggregateAppliesPer", "PROJECT")
                .containsEntry("occurrenceForm", "true");
        assertThat(liability.forms())
                .contains(
                        new Policy.PolicyForm("CG 00 01", "04 13", "GL", "BASE", false, false, List.of()),
                        new Policy.PolicyForm(
                                "CG 20 10", "04 13", "GL", "ADDITIONAL_INSURED_ONGOING", true, true, List.of()));
        assertThat(marinPolicy("BMC-CA-0513371").limits().get("AUTO"))
                .containsEntry("combinedSingleLimit", "1000000")
                .containsEntry("symbols", "1")
                .containsEntry("physicalDamageSymbols", "2, 8");
        assertThat(marinPolicy("BMC-WC-0513372").limits().get("WC"))
                .containsEntry("statutory", "true")
                .containsEntry("proprietorsExcluded", "true")
                .containsEntry("excludedPersons", "Luis Marin");
        assertThat(marinPolicy("BMC-CU-0513373").limits().get("UMBRELLA"))
                .containsEntry("eachOccurrence", "2000000")
                .containsEntry("retention", "10000")
                .containsEntry("claimsMade", "false")
                .containsEntry("followForm", "true");
    }

    private Policy marinPolicy(String number) {
        return policies.ofClient(MARIN).stream()
                .filter(policy -> policy.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> flat(Map<String, Map<String, String>> limits) {
        Map<String, String> flat = new TreeMap<>();
        limits.forEach((line, values) -> values.forEach((name, value) -> flat.put(line + "." + name, value)));
        return flat;
    }

    private static Map<String, String> flat(JsonNode limits) {
        Map<String, String> flat = new TreeMap<>();
        limits.properties().forEach(line -> flatten(line.getKey(), line.getValue(), flat));
        flat.keySet().removeAll(NOT_READ);
        return flat;
    }

    private static void flatten(String name, JsonNode value, Map<String, String> flat) {
        if (value.isObject()) {
            value.properties()
                    .forEach(part -> flatten(
                            part.getKey().equals("split") ? name : name + "." + part.getKey(), part.getValue(), flat));
        } else if (value.isArray() && value.path(0).isObject()) {
            for (int at = 0; at < value.size(); at++) {
                flatten(value.size() == 1 ? name : name + "." + (at + 1), value.get(at), flat);
            }
        } else if (value.isArray() && !value.isEmpty()) {
            List<String> texts = new ArrayList<>();
            value.forEach(text -> texts.add(text.asText()));
            flat.put(name, String.join(", ", texts));
        } else if (value.isValueNode() && !value.isNull()) {
            flat.put(name, value.asText());
        }
    }
}
