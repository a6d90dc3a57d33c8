package org.throughline.servicing.certificate.web;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.usecase.AmendCertificate;
import org.throughline.servicing.certificate.usecase.CertificateRefused;
import org.throughline.servicing.certificate.usecase.LicenseMissing;
import org.throughline.servicing.certificate.usecase.ShowCertificates;

/** The certificates of a request over HTTP: what was checked, which versions there are, and what can be done with one. */
@RestController
@RequestMapping("/api/requests/{number}")
class CertificateController {

    private final ShowCertificates showing;
    private final AmendCertificate amending;

    CertificateController(ShowCertificates showing, AmendCertificate amending) {
        this.showing = showing;
        this.amending = amending;
    }

    /** Another address for a certificate; absent means the same address. */
    record Resend(@Nullable String deliverTo) {}

    /** Changes to what a certificate shows; what is absent stays. Lists are comma separated. */
    record Revision(
            @Nullable String holderName,
            @Nullable String holderAddress,
            @Nullable String deliverTo,
            @Nullable String linesRequested,
            @Nullable String wording,
            @Nullable String descriptionClause) {

        Map<String, Object> changes() {
            Map<String, Object> changes = new HashMap<>();
            put(changes, "holderName", holderName);
            put(changes, "holderAddress", holderAddress);
            put(changes, "deliverTo", deliverTo);
            put(changes, "linesRequested", linesRequested);
            put(changes, "wording", wording);
            put(changes, "descriptionClause", descriptionClause);
            return changes;
        }

        private static void put(Map<String, Object> changes, String name, @Nullable String value) {
            if (value != null) {
                changes.put(name, value.length() <= 1000 ? value.strip() : value.substring(0, 1000));
            }
        }
    }

    /** Why a certificate is void; holder and insured are told. */
    record Voiding(@Nullable String reason) {}

    @GetMapping("/checks")
    List<Check> checks(@PathVariable String number) {
        return showing.checks(number);
    }

    @GetMapping("/certificates")
    List<ShowCertificates.Version> certificates(@PathVariable String number) {
        return showing.versions(number);
    }

    @PostMapping("/certificates/{version}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(
            @PathVariable String number,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Resend resend,
            Principal person) {
        amending.resend(number, version, resend == null ? null : resend.deliverTo(), person.getName());
    }

    @PostMapping("/certificates/{version}/revise")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void revise(
            @PathVariable String number, @PathVariable int version, @RequestBody Revision revision, Principal person) {
        amending.revise(number, version, revision.changes(), person.getName());
    }

    @PostMapping("/certificates/{version}/void")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void voidVersion(
            @PathVariable String number, @PathVariable int version, @RequestBody Voiding voiding, Principal person) {
        String reason = voiding.reason();
        amending.voidVersion(number, version, reason == null ? "" : reason, person.getName());
    }

    @ExceptionHandler
    ProblemDetail refused(CertificateRefused refused) {
        return problem(HttpStatus.CONFLICT, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unlicensed(LicenseMissing missing) {
        return problem(HttpStatus.FORBIDDEN, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException unknown) {
        return problem(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail == null ? status.getReasonPhrase() : detail);
    }
}
