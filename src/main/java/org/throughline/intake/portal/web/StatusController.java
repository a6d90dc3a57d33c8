package org.throughline.intake.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.intake.portal.PortalLimits;
import org.throughline.intake.portal.PortalProperties;
import org.throughline.intake.portal.RequestStatus;
import org.throughline.intake.portal.StatusCodes;
import org.throughline.platform.AgencyProfile;

/** The status of a request for whoever reads the mail of the address that it came from. */
@Controller
class StatusController {

    private static final String VISIT = "portal-visit";
    private static final Pattern NUMBER = Pattern.compile("SR-\\d{4}-\\d{6,}");

    private final StatusCodes codes;
    private final PortalLimits limits;
    private final PortalPages pages;
    private final PortalProperties properties;
    private final AgencyProfile agency;

    StatusController(
            StatusCodes codes,
            PortalLimits limits,
            PortalPages pages,
            PortalProperties properties,
            AgencyProfile agency) {
        this.codes = codes;
        this.limits = limits;
        this.pages = pages;
        this.properties = properties;
        this.agency = agency;
    }

    @GetMapping("/portal/status")
    ResponseEntity<String> form(@RequestParam Map<String, String> typed) {
        return AskController.page(HttpStatus.OK, pages.find(new FormFields(typed), new FormErrors()));
    }

    @PostMapping("/portal/status")
    ResponseEntity<String> ask(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        FormFields fields = canonical(typed);
        FormErrors errors = new FormErrors();
        String number = fields.line("number");
        String email = fields.mail("email");
        if (!NUMBER.matcher(number).matches()) {
            errors.add("number", "Write the request number as it stands in our e-mail, such as SR-2026-000123.");
        }
        if (!FormFields.isMail(email)) {
            errors.add("email", "Write your e-mail address, such as name@example.com.");
        }
        if (!errors.isEmpty()) {
            return AskController.page(HttpStatus.UNPROCESSABLE_ENTITY, pages.find(fields, errors));
        }
        if (!limits.allowsCodeCall(request.getRemoteAddr()) || !limits.allowsCode(email) || !codes.ask(number, email)) {
            return tooMany();
        }
        return AskController.page(HttpStatus.OK, pages.code(fields, errors));
    }

    @PostMapping("/portal/status/code")
    ResponseEntity<String> enter(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        if (!limits.allowsCodeCall(request.getRemoteAddr())) {
            return tooMany();
        }
        FormFields fields = canonical(typed);
        String code = fields.line("code").replaceAll("[^0-9]", "");
        Optional<String> token = codes.enter(fields.line("number"), fields.mail("email"), code);
        if (token.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/portal/status/request"))
                    .header(
                            HttpHeaders.SET_COOKIE,
                            PortalCookies.set(request, VISIT, token.get(), properties.visitLifetime()))
                    .build();
        }
        FormErrors errors = new FormErrors();
        errors.add(
                "code",
                "This is not the code, or it is no longer good. Look into our newest e-mail, or ask for another code.");
        return AskController.page(HttpStatus.UNPROCESSABLE_ENTITY, pages.code(withoutCode(fields), errors));
    }

    @GetMapping("/portal/status/request")
    ResponseEntity<String> request(HttpServletRequest request) {
        Optional<RequestStatus> status = PortalCookies.get(request, VISIT).flatMap(codes::status);
        return status.map(open -> AskController.page(HttpStatus.OK, pages.status(open)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/portal/status"))
                        .build());
    }

    @PostMapping("/portal/status/leave")
    ResponseEntity<String> leave(HttpServletRequest request) {
        PortalCookies.get(request, VISIT).ifPresent(codes::leave);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/portal/status"))
                .header(HttpHeaders.SET_COOKIE, PortalCookies.set(request, VISIT, "", Duration.ZERO))
                .build();
    }

    private ResponseEntity<String> tooMany() {
        return AskController.page(
                HttpStatus.TOO_MANY_REQUESTS,
                pages.message(
                        "That was a lot in a short time",
                        "Please wait a while before you try again, or call us at " + agency.phone() + ".",
                        "/portal/status",
                        "Back"));
    }

    /** The number in capitals, the address in small letters, as they are kept. */
    private static FormFields canonical(Map<String, String> typed) {
        FormFields fields = new FormFields(typed);
        Map<String, String> values = new HashMap<>(typed);
        values.put("number", fields.line("number").toUpperCase(Locale.ROOT));
        values.put("email", fields.mail("email"));
        return new FormFields(values);
    }

    private static FormFields withoutCode(FormFields fields) {
        return new FormFields(Map.of("number", fields.line("number"), "email", fields.line("email")));
    }
}
