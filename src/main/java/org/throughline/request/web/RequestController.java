package org.throughline.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentSummary;
import org.throughline.documents.DocumentStore.StoredDocument;
import org.throughline.documents.PdfPreview;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Moments;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.request.DecisionRecord;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;
import org.throughline.request.TimelineEntry;

/**
 * Service requests for people and systems. People of the agency see all of them, a partner's side those that it was given,
 * of these only what its packet holds, and neither the timeline nor the decisions nor
 * the policies.
 */
@RestController
@RequestMapping("/api/requests")
@Tag(name = "Requests", description = "Service requests, what happened to them, their policies and documents")
class RequestController {

    private final RequestReader requests;
    private final VisibleRequests visible;
    private final DocumentStore documents;
    private final PdfPreview previews;
    private final AmsPolicies policies;
    private final PartnerSight partners;
    private final AgencyProfile agency;

    RequestController(
            RequestReader requests,
            VisibleRequests visible,
            DocumentStore documents,
            PdfPreview previews,
            AmsPolicies policies,
            PartnerSight partners,
            AgencyProfile agency) {
        this.requests = requests;
        this.visible = visible;
        this.partners = partners;
        this.documents = documents;
        this.previews = previews;
        this.policies = policies;
        this.agency = agency;
    }

    @GetMapping
    @Operation(
            summary = "Search, newest first",
            description = "client is an id or part of a name; from and to are days of the agency, both included, or"
                    + " moments with offset.")
    Page<RequestView> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String workType,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        RequestQuery query = new RequestQuery(
                null,
                given(status),
                given(workType),
                given(queue),
                given(client),
                Moments.from(from, agency.timeZone()),
                Moments.to(to, agency.timeZone()),
                visible.viewer(caller));
        if (query.partner() != null && query.client() != null) {
            throw Problem.forbidden("A partner does not search by client.");
        }
        return new Page<>(visible.find(query, page, size), page, size, requests.count(query));
    }

    @GetMapping("/{number}")
    RequestView request(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        return visible.one(caller, number);
    }

    @GetMapping("/{number}/timeline")
    @Operation(summary = "Everything that happened, oldest first")
    List<TimelineEntry> timeline(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        return requests.timeline(visible.ofTheAgency(caller, number));
    }

    @GetMapping("/{number}/decisions")
    @Operation(
            summary = "Every decision that was made for it, oldest first",
            description =
                    "With the version of the table, the rules that fired and why, what the table saw, what it gave"
                            + " and a sentence. Of decisions made together the one that gathers the others comes first.")
    List<DecisionRecord> decisions(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        return requests.decisions(visible.ofTheAgency(caller, number));
    }

    @GetMapping("/{number}/policies")
    @Operation(summary = "The client's policies as the agency management system has them now")
    List<PolicyView> policies(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        RequestView.ClientReference client = visible.ofTheAgency(caller, number).client();
        return client == null || SpreadsheetIds.isOne(client.id())
                ? List.of()
                : policies.ofClient(client.id()).stream().map(PolicyView::of).toList();
    }

    @GetMapping("/{number}/documents")
    List<DocumentSummary> documents(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        String known = visible.one(caller, number).number();
        return documents.ofRequest(known).stream()
                .filter(document -> partners.sees(visible.viewer(caller), document))
                .toList();
    }

    @GetMapping("/{number}/documents/{id}")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Caller caller, @PathVariable String number, @PathVariable String id) {
        StoredDocument document = stored(caller, number, id);
        MediaType type = MediaType.parseMediaType(document.summary().contentType());
        // A browser shows a PDF in a viewer of its own, which a sandboxed page may not open.
        String policy = MediaType.APPLICATION_PDF.equalsTypeAndSubtype(type) ? "default-src 'self'" : "sandbox";
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.summary().filename())
                                .build()
                                .toString())
                .body(document.bytes());
    }

    @GetMapping(value = "/{number}/documents/{id}/preview", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "The first page of a PDF document as a picture")
    byte[] preview(@AuthenticationPrincipal Caller caller, @PathVariable String number, @PathVariable String id) {
        StoredDocument document = stored(caller, number, id);
        if (!MediaType.APPLICATION_PDF_VALUE.equals(document.summary().contentType())) {
            throw Problem.notFound("Document " + id + " is no PDF; it has no preview.");
        }
        return previews.firstPage(document.bytes());
    }

    private StoredDocument stored(Caller caller, String number, String id) {
        String known = visible.one(caller, number).number();
        return documents
                .find(id)
                .filter(found -> found.summary().requestNumber().equals(known)
                        && partners.sees(visible.viewer(caller), found.summary()))
                .orElseThrow(() -> Problem.notFound("Request " + number + " has no document " + id + "."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
