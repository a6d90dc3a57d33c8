package org.throughline.intake;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.Understanding;

/** Makes an open request more urgent because its client asked for the same again. */
@Component
public class AskedAgain {

    private static final String USUAL = "P3";

    private final ItemReading reading;
    private final InboundItems items;
    private final RequestReader views;
    private final ServiceRequests requests;
    private final ItemDecisions decisions;

    public AskedAgain(
            ItemReading reading,
            InboundItems items,
            RequestReader views,
            ServiceRequests requests,
            ItemDecisions decisions) {
        this.reading = reading;
        this.items = items;
        this.views = views;
        this.requests = requests;
        this.decisions = decisions;
    }

    /**
     * Raises the priority as the table Asked again says; the due date follows and never moves back.
     *
     * @param read what was understood of the item; empty where that has to be read again
     */
    public void raise(String itemId, String requestNumber, String workType, Optional<Understanding> read) {
        InboundItem item = reading.item(itemId);
        Understanding understanding = read.orElseGet(() -> reading.understand(item));
        items.routed(item, workType, understanding.suggestion().probability(workType), understanding.flags());
        RequestView request =
                views.find(new RequestQuery(requestNumber, null, null, null, null, null, null, null), 0, 1).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Request " + requestNumber + " is gone"));
        String priority = request.priority();
        Map<String, Object> raised =
                decisions.decide("asked-again", Map.of("priority", priority == null ? USUAL : priority));
        requests.raise(
                requestNumber,
                String.valueOf(raised.get("raisedPriority")),
                Long.parseLong(String.valueOf(raised.get("raisedMinutes"))));
    }
}
