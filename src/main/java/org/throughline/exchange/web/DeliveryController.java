package org.throughline.exchange.web;

import static org.throughline.exchange.web.WebhookView.at;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.exchange.webhook.Deliveries;
import org.throughline.exchange.webhook.Deliveries.Query;
import org.throughline.exchange.webhook.Delivery;
import org.throughline.exchange.webhook.Delivery.Status;
import org.throughline.exchange.webhook.Receivers;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;

/** The messages that webhooks were sent, and sending one again. */
@RestController
@RequestMapping("/api/webhooks/deliveries")
@Tag(name = "Webhooks", description = "Messages to other systems about what happens to requests")
class DeliveryController {

    private final Deliveries deliveries;
    private final Receivers webhooks;
    private final ObjectMapper json;
    private final AgencyProfile agency;

    DeliveryController(Deliveries deliveries, Receivers webhooks, ObjectMapper json, AgencyProfile agency) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.json = json;
        this.agency = agency;
    }

    /** A message as callers see it. */
    record DeliveryView(
            String id,
            String webhook,
            String request,
            String event,
            Status status,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable Integer answer,
            @Nullable String detail,
            @Nullable OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt,
            JsonNode payload) {}

    @GetMapping
    @Operation(
            summary = "Messages, newest first",
            description = "status is PENDING, DELIVERED, FAILED or CANCELLED; request is the number of a request.")
    Page<DeliveryView> find(
            @RequestParam(required = false) @Nullable String webhook,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        String number = given(request);
        Query query = new Query(
                given(webhook), status(given(status)), number == null ? null : number.toUpperCase(Locale.ROOT));
        return new Page<>(
                deliveries.list(query, page, size).stream().map(this::view).toList(),
                page,
                size,
                deliveries.count(query));
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends a message again, under the same id",
            description = "409 where it waits anyway, or its webhook is switched off or removed.")
    DeliveryView again(@PathVariable String id) {
        webhooks.again(known(id));
        return view(known(id));
    }

    private Delivery known(String id) {
        return deliveries.find(id).orElseThrow(() -> Problem.notFound("There is no message " + id + "."));
    }

    private DeliveryView view(Delivery delivery) {
        try {
            return new DeliveryView(
                    delivery.id(),
                    delivery.subscriptionId(),
                    delivery.requestNumber(),
                    delivery.event(),
                    delivery.status(),
                    delivery.attempts(),
                    at(delivery.nextAttemptAt(), agency.timeZone()),
                    delivery.answer(),
                    delivery.detail(),
                    at(delivery.createdAt(), agency.timeZone()),
                    at(delivery.finishedAt(), agency.timeZone()),
                    json.readTree(delivery.payload()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Status status(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(Status.values())
                        .filter(one -> one.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest("status is PENDING, DELIVERED, FAILED or CANCELLED."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
