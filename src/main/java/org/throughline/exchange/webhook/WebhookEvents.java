package org.throughline.exchange.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.webhook.Deliveries.NewDelivery;
import org.throughline.platform.AgencyProfile;

/** Makes messages of what happened to requests, in the transaction in which it happens. */
@Component
public class WebhookEvents {

    private static final String WITHDRAWN = "WITHDRAWN";

    private final Audience audience;
    private final RequestStates states;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final Clock clock;
    private final AgencyProfile agency;

    public WebhookEvents(
            Audience audience,
            RequestStates states,
            Deliveries deliveries,
            ObjectMapper json,
            Clock clock,
            AgencyProfile agency) {
        this.audience = audience;
        this.states = states;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
        this.agency = agency;
    }

    /** Writes down who is to hear of these changes; the read side must not have them yet. */
    public void changed(Collection<RequestChange> changes) {
        List<Subscription> listeners = audience.active();
        if (listeners.isEmpty() || changes.isEmpty()) {
            return;
        }
        List<RequestState> known = known(changes);
        List<NewDelivery> messages = new ArrayList<>();
        for (RequestChange change : changes) {
            before(change, known).ifPresent(before -> tell(before, change, listeners, messages));
        }
        if (!messages.isEmpty()) {
            deliveries.add(messages, clock.instant());
        }
    }

    private List<RequestState> known(Collection<RequestChange> changes) {
        List<String> instances = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (RequestChange change : changes) {
            String reopened = change.reopened();
            if (reopened != null) {
                numbers.add(reopened);
            } else if (change.opened() == null) {
                instances.add(change.processInstanceId());
            }
        }
        return instances.isEmpty() && numbers.isEmpty() ? List.of() : states.find(instances, numbers);
    }

    private static Optional<RequestState> before(RequestChange change, List<RequestState> known) {
        RequestChange.Opened opened = change.opened();
        if (opened != null) {
            return Optional.of(RequestState.opened(opened, change.processInstanceId()));
        }
        return known.stream()
                .filter(state -> state.number().equals(change.reopened())
                        || state.processInstanceId().equals(change.processInstanceId())
                        || change.processInstanceId().equals(state.followUpId()))
                .findFirst();
    }

    private void tell(
            RequestState before, RequestChange change, List<Subscription> listeners, List<NewDelivery> messages) {
        RequestState after = before.after(change);
        for (WebhookEvent event : events(before, after, change)) {
            String payload = null;
            for (Subscription listener : listeners) {
                if (listener.events().contains(event)) {
                    payload = payload == null ? payload(event, before, after, change.opened() == null) : payload;
                    messages.add(message(listener, after.number(), event, payload));
                }
            }
        }
    }

    private static List<WebhookEvent> events(RequestState before, RequestState after, RequestChange change) {
        List<WebhookEvent> events = new ArrayList<>();
        if (change.opened() != null) {
            events.add(WebhookEvent.OPENED);
        } else if (!before.status().equals(after.status())) {
            events.add(WebhookEvent.STATUS_CHANGED);
        }
        if (change.closedAt() != null && before.isDecidedBy(change)) {
            if (after.status().equals(WITHDRAWN)) {
                events.add(WebhookEvent.WITHDRAWN);
            }
            events.add(WebhookEvent.CLOSED);
        }
        return events;
    }

    /** A message that says nothing but that it arrived. */
    void test(Subscription subscription) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("type", WebhookEvent.TEST.type());
        message.put("timestamp", text(clock.instant()));
        message.put("data", Map.of("webhook", subscription.id()));
        deliveries.add(List.of(message(subscription, "TEST", WebhookEvent.TEST, written(message))), clock.instant());
    }

    private static NewDelivery message(Subscription to, String number, WebhookEvent event, String payload) {
        return new NewDelivery(
                "msg_" + UUID.randomUUID().toString().replace("-", ""), to.id(), number, event.type(), payload);
    }

    /** No text of a message, and of people only the client's name. */
    private String payload(WebhookEvent event, RequestState before, RequestState after, boolean hadStatus) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("number", after.number());
        data.put("workType", orNull(after.workType()));
        data.put("status", after.status());
        data.put("previousStatus", hadStatus ? before.status() : null);
        data.put("client", client(after));
        data.put("openedAt", text(after.openedAt()));
        data.put("closedAt", text(after.closedAt()));
        data.put("dueAt", text(after.dueAt()));
        data.put("hardDate", Objects.toString(after.hardDate(), null));
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("type", event.type());
        message.put("timestamp", text(clock.instant()));
        message.put("data", data);
        return written(message);
    }

    private static @Nullable Map<String, @Nullable Object> client(RequestState request) {
        String id = orNull(request.clientId());
        String name = orNull(request.clientName());
        if (id == null && name == null) {
            return null;
        }
        Map<String, @Nullable Object> client = new LinkedHashMap<>();
        client.put("id", id);
        client.put("name", name);
        return client;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable String text(@Nullable Instant at) {
        return at == null
                ? null
                : at.truncatedTo(ChronoUnit.MILLIS)
                        .atZone(agency.timeZone())
                        .toOffsetDateTime()
                        .toString();
    }

    private String written(Map<String, @Nullable Object> message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
