package org.throughline.intake.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentSummary;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.portal.PortalAccess.Visit;
import org.throughline.intake.portal.RequestStatus.Delivered;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;

/** Shows a request to the address that opened it: nothing of the client's record, nobody's name, no decision. */
@Component
class RequestStatuses {

    private final RequestReader requests;
    private final InboundItems items;
    private final OutboundLedger ledger;
    private final DocumentStore documents;
    private final AgencyProfile agency;
    private final ObjectMapper json;

    RequestStatuses(
            RequestReader requests,
            InboundItems items,
            OutboundLedger ledger,
            DocumentStore documents,
            AgencyProfile agency,
            ObjectMapper json) {
        this.requests = requests;
        this.items = items;
        this.ledger = ledger;
        this.documents = documents;
        this.agency = agency;
        this.json = json;
    }

    /** True where the item that opened the request came from this address; who only wrote on its thread does not count. */
    boolean isOpenedBy(Visit visit) {
        return find(visit)
                .flatMap(this::opening)
                .filter(item -> isReader(visit, item.senderAddress()))
                .isPresent();
    }

    Optional<RequestStatus> of(Visit visit) {
        return find(visit)
                .flatMap(request -> opening(request)
                        .filter(item -> isReader(visit, item.senderAddress()))
                        .map(item -> status(visit, request, item)));
    }

    private Optional<RequestView> find(Visit visit) {
        return requests
                .find(new RequestQuery(visit.requestNumber(), null, null, null, null, null, null, null), 0, 1)
                .stream()
                .findFirst();
    }

    private Optional<InboundItem> opening(RequestView request) {
        return request.inboundItems().stream().findFirst().flatMap(items::find);
    }

    private static boolean isReader(Visit visit, String address) {
        return address.contains("@") && address.equalsIgnoreCase(visit.address());
    }

    private RequestStatus status(Visit visit, RequestView request, InboundItem item) {
        return new RequestStatus(
                request.number(),
                item.subject(),
                Stage.of(request.status()),
                request.openedAt(),
                request.closedAt(),
                delivered(visit, item));
    }

    /** A sender who has proven nothing sees what that address was sent, not what others were. */
    private List<Delivered> delivered(Visit visit, InboundItem item) {
        boolean toReaderOnly = item.flags().contains(PortalSubmissions.UNVERIFIED_SENDER);
        Map<String, DocumentSummary> known = documents.ofRequest(visit.requestNumber()).stream()
                .collect(Collectors.toMap(DocumentSummary::id, document -> document));
        return ledger.ofRequest(visit.requestNumber()).stream()
                .filter(write -> write.kind() == WriteKind.EMAIL && write.status() == WriteStatus.DONE)
                .flatMap(write -> sent(visit, write, known))
                .filter(document -> document.toReader() || !toReaderOnly)
                .toList();
    }

    private Stream<Delivered> sent(Visit visit, OutboundWrite write, Map<String, DocumentSummary> known) {
        EmailPayload mail = payload(write);
        Instant finished = write.finishedAt();
        OffsetDateTime at = (finished == null ? write.plannedAt() : finished)
                .atZone(agency.timeZone())
                .toOffsetDateTime();
        boolean toReader =
                Stream.concat(mail.to().stream(), mail.cc().stream()).anyMatch(address -> isReader(visit, address));
        return mail.documentIds().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(document -> new Delivered(document.filename(), at, toReader));
    }

    private EmailPayload payload(OutboundWrite write) {
        try {
            return json.readValue(write.payload(), EmailPayload.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The e-mail " + write.reference() + " is not readable", unreadable);
        }
    }
}
