package org.throughline.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.web.Moments;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseChecks;

/** What the license gate answered, for whoever watches over it. */
@RestController
@RequestMapping("/api/license-checks")
@Tag(name = "License checks", description = "Who did a licensed act with which license, and who was refused")
class LicenseCheckController {

    private final LicenseChecks checks;
    private final AgencyProfile agency;

    LicenseCheckController(LicenseChecks checks, AgencyProfile agency) {
        this.checks = checks;
        this.agency = agency;
    }

    @GetMapping
    @Operation(
            summary = "Search, newest first",
            description =
                    "person is a user id, request a number, outcome ALLOWED or REFUSED; from and to are days of the"
                            + " agency, both included, or moments with offset.")
    Page<LicenseCheck> search(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        LicenseChecks.Query query = new LicenseChecks.Query(
                given(person),
                given(request),
                outcome(given(outcome)),
                Moments.from(from, agency.timeZone()),
                Moments.to(to, agency.timeZone()));
        return new Page<>(checks.find(query, page, size), page, size, checks.count(query));
    }

    private static LicenseCheck.@Nullable Outcome outcome(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(LicenseCheck.Outcome.values())
                .filter(outcome -> outcome.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("outcome is ALLOWED or REFUSED."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
