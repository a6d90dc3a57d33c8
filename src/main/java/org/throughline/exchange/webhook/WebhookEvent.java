package org.throughline.exchange.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What other systems are told of. */
public enum WebhookEvent {
    OPENED("request.opened"),
    STATUS_CHANGED("request.status-changed"),
    /** Comes before {@link #CLOSED}, which every request ends with. */
    WITHDRAWN("request.withdrawn"),
    CLOSED("request.closed"),
    /** Nothing happened; somebody wants to see whether messages arrive. Nobody subscribes to it. */
    TEST("webhook.test");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    /** Name on the wire. */
    public String type() {
        return type;
    }

    /** The event of this name, if one can subscribe to it. */
    public static Optional<WebhookEvent> named(String type) {
        return ofRequests().stream().filter(event -> event.type.equals(type)).findFirst();
    }

    /** What one can subscribe to. */
    public static List<WebhookEvent> ofRequests() {
        return Arrays.stream(values()).filter(event -> event != TEST).toList();
    }
}
