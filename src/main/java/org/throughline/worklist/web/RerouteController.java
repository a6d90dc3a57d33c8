package org.throughline.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;
import org.throughline.request.RequestView;
import org.throughline.request.Route;
import org.throughline.request.web.VisibleRequests;
import org.throughline.worklist.RerouteRefused;
import org.throughline.worklist.RerouteRequest;

/** Sends requests another way than the tables decided; for everybody of the agency, never for a partner. */
@RestController
@RequestMapping("/api/requests/{number}")
@Tag(name = "Requests")
class RerouteController {

    private final VisibleRequests visible;
    private final RerouteRequest rerouting;

    RerouteController(VisibleRequests visible, RerouteRequest rerouting) {
        this.visible = visible;
        this.rerouting = rerouting;
    }

    /** Where it goes and why; one of route, queue and assignee is enough. */
    record Reroute(
            @Nullable String route,
            @Nullable String queue,
            @Nullable String assignee,

            @NotBlank(message = "Give the reason; it is kept with the request.")
            @Size(max = 500, message = "A reason has at most 500 characters.")
            String reason) {}

    @PostMapping("/reroute")
    @Operation(
            summary = "Send a request to another queue, person or route",
            description =
                    "Moves its open tasks and those to come; from a partner to our own people, or the other way round,"
                            + " the one's work ends before the other's begins. route is LICENSED_STAFF or"
                            + " EXTERNAL_PARTNER. Without a queue it stays in its own, or goes to the one of the"
                            + " person. Other people's work is moved by managers and administrators only. 400 where"
                            + " what is asked for is not there, 409 where it cannot be done now (closed, absent,"
                            + " waiting for a carrier), 422 where who is named may not have it (no license, not of the"
                            + " queue, no partner takes it). Kept as a person's decision against the tables'.")
    RequestView reroute(
            @AuthenticationPrincipal Caller caller, @PathVariable String number, @Valid @RequestBody Reroute reroute) {
        RequestView request = visible.ofTheAgency(caller, number);
        rerouting.reroute(new RerouteRequest.Asked(
                request.number(),
                route(given(reroute.route())),
                given(reroute.queue()),
                given(reroute.assignee()),
                reroute.reason().strip(),
                caller.userId(),
                WorklistAccess.isManager(caller)));
        return visible.one(caller, number);
    }

    private static @Nullable Route route(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Route.values())
                .filter(route -> route.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badRequest("There is no route " + name + ". Use LICENSED_STAFF or EXTERNAL_PARTNER."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @ExceptionHandler
    ProblemDetail refused(RerouteRefused refused) {
        HttpStatus status = switch (refused.why()) {
            case UNKNOWN -> HttpStatus.BAD_REQUEST;
            case IMPOSSIBLE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_YOURS -> HttpStatus.FORBIDDEN;
        };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
