package org.throughline.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.carrier.CarrierRecords.CarrierBilling;
import org.throughline.carrier.CarrierRecords.CarrierDocument;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Change;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;
import org.throughline.request.carrierside.CarrierSide;
import org.throughline.request.carrierside.CarrierSide.Content;
import org.throughline.request.carrierside.CarrierSide.Standing;

/** What carriers have of a request's policies; for everybody of the agency, never for a partner. */
@RestController
@RequestMapping("/api/requests/{number}/carrier-records")
@Tag(name = "Requests")
class CarrierRecordController {

    private static final String DOLLARS = "USD";

    private final VisibleRequests visible;
    private final CarrierSide carriers;

    CarrierRecordController(VisibleRequests visible, CarrierSide carriers) {
        this.visible = visible;
        this.carriers = carriers;
    }

    /** A policy at its carrier; sentence says why there is nothing, and is null otherwise. */
    record View(
            String policyNumber,
            String carrier,
            String carrierName,
            @Nullable String sentence,
            @Nullable PolicyAtCarrier policy,
            @Nullable Billing billing,
            List<CarrierDocument> documents) {}

    /** The policy as the carrier has it; parties are additional insureds, mortgagees and the like. */
    record PolicyAtCarrier(
            String number,
            String naic,
            String insured,
            String status,
            LocalDate effective,
            LocalDate expiration,
            PolicyView.@Nullable Money premium,
            Map<String, String> coverages,
            List<Change> parties) {}

    /** What is owed on it. */
    record Billing(
            PolicyView.Money balance,
            PolicyView.Money pastDue,
            @Nullable LocalDate nextDue) {}

    @GetMapping
    @Operation(
            summary = "What the carriers have of the request's policies: policy, billing and documents",
            description =
                    "Of carriers whose connection shows it, at most three policies. A carrier that does not answer"
                            + " within some seconds is named with a sentence; the others are shown all the same.")
    List<View> records(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
        return carriers.of(visible.ofTheAgency(caller, number)).stream()
                .map(CarrierRecordController::view)
                .toList();
    }

    @GetMapping("/{policyNumber}/documents/{id}")
    @Operation(summary = "A document that the carrier has on the policy")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String number,
            @PathVariable String policyNumber,
            @PathVariable String id) {
        Content content = carriers.document(visible.ofTheAgency(caller, number), policyNumber, id)
                .orElseThrow(() ->
                        Problem.notFound("The carrier has no document " + id + " on policy " + policyNumber + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.document().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }

    private static View view(Standing standing) {
        return new View(
                standing.policyNumber(),
                standing.carrier(),
                standing.carrierName(),
                standing.sentence(),
                policy(standing.policy()),
                billing(standing.billing()),
                standing.documents());
    }

    private static @Nullable PolicyAtCarrier policy(@Nullable CarrierPolicy policy) {
        return policy == null
                ? null
                : new PolicyAtCarrier(
                        policy.number(),
                        policy.naic(),
                        policy.insured(),
                        policy.status(),
                        policy.effective(),
                        policy.expiration(),
                        policy.premium() == null ? null : money(policy.premium()),
                        policy.coverages(),
                        policy.parties());
    }

    private static @Nullable Billing billing(@Nullable CarrierBilling billing) {
        return billing == null
                ? null
                : new Billing(money(billing.balance()), money(billing.pastDue()), billing.nextDue());
    }

    private static PolicyView.Money money(BigDecimal amount) {
        return new PolicyView.Money(amount.setScale(2, RoundingMode.HALF_UP).toPlainString(), DOLLARS);
    }
}
