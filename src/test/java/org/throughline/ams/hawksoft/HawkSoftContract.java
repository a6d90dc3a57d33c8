package org.throughline.ams.hawksoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.client.RestClient;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;

/** What the adapter relies on, whoever stands at the other end: the simulated HawkSoft or the vendor's own sandbox. */
abstract class HawkSoftContract {

    private static final String SECTIONS = "Details,People,Contacts";

    /** The far end, with a credential that is good. */
    abstract HawkSoftProperties connection();

    /** A client that may be written to, or nothing where none may. */
    abstract Optional<String> clientToWriteTo();

    @Test
    void namesTheAgencyAmongThoseThatOptedIn() {
        JsonNode agencies = json("/vendor/agencies?version=" + connection().version());

        assertThat(agencies)
                .anySatisfy(agency ->
                        assertThat(agency.asInt()).isEqualTo(connection().agencyId()));
    }

    @Test
    void writesTheNamesOfOfficesWithCapitals() {
        JsonNode offices = json(agency("/offices?version=" + connection().version()));

        assertThat(offices)
                .isNotEmpty()
                .allSatisfy(office -> assertThat(office.has("OfficeId")).isTrue());
    }

    @Test
    void readsAClientAloneAsAmongOthers() {
        HawkSoftBook book = book();
        int number = book.changedSince(null).get(0);

        List<ClientRecord> bulk = book.clients(List.of(number), SECTIONS);

        assertThat(book.client(String.valueOf(number), SECTIONS)).contains(bulk.get(0));
        assertThat(bulk).hasSize(1);
    }

    @Test
    void hasNobodyUnderANumberThatIsNotThere() {
        assertThat(book().client("999999999", SECTIONS)).isEmpty();
    }

    @Test
    void refusesACallWithoutAVersionInPlainText() {
        ResponseEntity<String> refusal = call(agency("/clients"), authorization());

        assertThat(refusal.getStatusCode().value()).isEqualTo(400);
        assertThat(Objects.requireNonNull(refusal.getHeaders().getContentType()).isCompatibleWith(MediaType.TEXT_PLAIN))
                .isTrue();
    }

    @Test
    void refusesAnotherCredential() {
        String path = agency("/clients?version=" + connection().version());

        assertThat(call(path, "Basic bm9ib2R5Om5vdGhpbmc=").getStatusCode().value())
                .isEqualTo(401);
    }

    @Test
    void refusesAnAgencyThatDidNotOptIn() {
        String path = "/vendor/agency/999999999/clients?version=" + connection().version();

        assertThat(call(path, authorization()).getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void refusesMoreClientsThanItGivesAtOnce() {
        HawkSoftWire.ClientNumbers numbers = new HawkSoftWire.ClientNumbers(
                IntStream.rangeClosed(1, 201).boxed().toList());

        assertThatThrownBy(() ->
                        api().clients(connection().agencyId(), connection().version(), SECTIONS, numbers))
                .isInstanceOf(VendorContractBroken.class);
    }

    @Test
    void takesTheSameNoteAgain() {
        Optional<String> client = clientToWriteTo();
        assumeTrue(client.isPresent(), "Nothing is written: no client to write to is named");
        HawkSoftNotes notes = new HawkSoftNotes(new HawkSoftWrites(api(), connection()));
        AmsNotePayload payload = new AmsNotePayload(client.orElseThrow(), null, "Contract test", "Please ignore.");
        OutboundWrite write = PlannedRow.of("TEST-" + UUID.randomUUID(), WriteKind.AMS_NOTE, payload);

        WriteOutcome first = notes.perform(write, payload);

        assertThat(first.status()).isIn(WriteStatus.DONE, WriteStatus.ACCEPTED);
        assertThat(notes.perform(write, payload).status()).isIn(WriteStatus.DONE, WriteStatus.ACCEPTED);
    }

    private HawkSoftBook book() {
        return new HawkSoftBook(api(), connection());
    }

    private HawkSoftApi api() {
        return new HawkSoftConfiguration()
                .hawkSoftApi(new VendorClients(new MockEnvironment(), Clock.systemUTC()), connection());
    }

    private String authorization() {
        return new HawkSoftSession(connection()).authorization();
    }

    private String agency(String path) {
        return "/vendor/agency/" + connection().agencyId() + path;
    }

    private JsonNode json(String path) {
        return Objects.requireNonNull(RestClient.create()
                .get()
                .uri(connection().baseUrl() + path)
                .header("Authorization", authorization())
                .retrieve()
                .body(JsonNode.class));
    }

    private ResponseEntity<String> call(String path, String authorization) {
        return RestClient.create()
                .get()
                .uri(connection().baseUrl() + path)
                .header("Authorization", authorization)
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(String.class);
    }
}
