package org.throughline.servicing.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.submission.CarrierSubmission;
import org.throughline.servicing.submission.CarrierSubmissions;

/** What was submitted to carriers for a request, over HTTP. */
@RestController
@RequestMapping("/api/requests/{number}/submissions")
@Tag(name = "Carrier submissions", description = "What was asked of carriers, and what they answered")
class CarrierSubmissionController {

    private final CarrierSubmissions submissions;
    private final AgencyProfile agency;

    CarrierSubmissionController(CarrierSubmissions submissions, AgencyProfile agency) {
        this.submissions = submissions;
        this.agency = agency;
    }

    /**
     * A submission.
     *
     * @param state PLANNED, WAITING, QUOTED, CONFIRMED, DECLINED, REFUSED or WITHDRAWN; only CONFIRMED is a change
     * @param premiumChange dollars with their currency; null where the carrier does not say
     * @param issued null where the carrier does not say what it issued
     */
    record View(
            String id,
            String carrier,
            String operation,
            String channel,
            String policyNumber,
            LocalDate effective,
            String state,
            @Nullable String reference,
            @Nullable String carrierReference,
            @Nullable String message,
            List<Change> requested,
            @Nullable List<Change> issued,
            @Nullable Amount premiumChange,
            OffsetDateTime plannedAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answeredBy) {}

    /** Money as text, so that nobody rounds it. */
    record Amount(String amount, String currency) {

        static @Nullable Amount of(@Nullable BigDecimal dollars) {
            return dollars == null ? null : new Amount(dollars.setScale(2).toPlainString(), "USD");
        }
    }

    @GetMapping
    @Operation(summary = "Submissions of a request, oldest first")
    List<View> submissions(@PathVariable String number) {
        return submissions.ofRequest(number).stream().map(this::view).toList();
    }

    private View view(CarrierSubmission one) {
        SubmissionAnswer answer = one.answer();
        return new View(
                one.id(),
                one.submission().carrier(),
                one.submission().operation().name(),
                one.submission().channel().name(),
                one.submission().policyNumber(),
                one.submission().effective(),
                one.state().name(),
                one.reference(),
                (answer == null || answer.carrierReference().isBlank()) ? null : answer.carrierReference(),
                answer == null ? one.whyEnded() : answer.message(),
                one.submission().changes(),
                answer == null ? null : answer.issued(),
                answer == null ? null : Amount.of(answer.premiumChange()),
                at(one.plannedAt()),
                one.submittedAt() == null ? null : at(one.submittedAt()),
                one.answeredAt() == null ? null : at(one.answeredAt()),
                one.answeredBy());
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
