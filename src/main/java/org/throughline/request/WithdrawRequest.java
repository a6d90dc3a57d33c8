package org.throughline.request;

import org.springframework.stereotype.Service;
import org.throughline.platform.engine.Attempts;
import org.throughline.request.Intervention.Kind;

/** Takes a request back for its requester, and keeps why. */
@Service
public class WithdrawRequest {

    private final ServiceRequests requests;
    private final Interventions interventions;
    private final Attempts attempts;

    public WithdrawRequest(ServiceRequests requests, Interventions interventions, Attempts attempts) {
        this.requests = requests;
        this.interventions = interventions;
        this.attempts = attempts;
    }

    /**
     * Ends the request's work at once: its tasks go, a partner loses it, a carrier's answer is awaited no more.
     *
     * @return false if there is no work left to end; then nothing is kept
     */
    public boolean withdraw(String requestNumber, String person, String reason) {
        return attempts.inTransaction(() -> {
            boolean ended = requests.withdraw(requestNumber);
            if (ended) {
                interventions.add(new Interventions.New(requestNumber, Kind.WITHDRAWN, person, null, reason, null));
            }
            return ended;
        });
    }
}
