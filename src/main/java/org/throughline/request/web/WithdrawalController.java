package org.throughline.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;
import org.throughline.request.RequestView;
import org.throughline.request.WithdrawRequest;

/** Takes requests back for who made them; for everybody of the agency, never for a partner. */
@RestController
@RequestMapping("/api/requests/{number}")
@Tag(name = "Requests")
class WithdrawalController {

    private static final String WITHDRAWN = "WITHDRAWN";

    private final VisibleRequests visible;
    private final WithdrawRequest withdrawing;

    WithdrawalController(VisibleRequests visible, WithdrawRequest withdrawing) {
        this.visible = visible;
        this.withdrawing = withdrawing;
    }

    /** Why the request is taken back, for the timeline. */
    record Withdrawal(
            @NotBlank(message = "Give the reason; it is kept with the request.")
            @Size(max = 1000, message = "A reason has at most 1,000 characters.")
            String reason) {}

    @PostMapping("/withdraw")
    @Operation(
            summary = "Take a request back, because the client does not want it any more",
            description =
                    "Ends its work at once: open tasks go, a partner loses it, and a carrier's answer is awaited no"
                            + " more. What has been issued or bound stays as it is. Answers with the request as it"
                            + " stands; the same again changes nothing. 409 where it ended in another way.")
    RequestView withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String number,
            @Valid @RequestBody Withdrawal withdrawal) {
        RequestView before = visible.ofTheAgency(caller, number);
        boolean ended = withdrawing.withdraw(
                before.number(), caller.userId(), withdrawal.reason().strip());
        RequestView now = visible.one(caller, number);
        if (!ended) {
            requireWithdrawn(now);
        }
        return now;
    }

    private static void requireWithdrawn(RequestView request) {
        if (request.closedAt() == null) {
            throw Problem.conflict("The work of request " + request.number() + " is done; what is still open is a"
                    + " follow-up of it. Finish that in Tasklist.");
        }
        if (!request.status().equals(WITHDRAWN)) {
            throw Problem.conflict("Request " + request.number() + " is closed already: it ended as " + request.status()
                    + ". Open a new request to undo what was done.");
        }
    }
}
