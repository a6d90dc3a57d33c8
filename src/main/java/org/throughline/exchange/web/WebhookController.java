package org.throughline.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.exchange.webhook.Deliveries;
import org.throughline.exchange.webhook.Deliveries.Standing;
import org.throughline.exchange.webhook.Receivers;
import org.throughline.exchange.webhook.Receivers.Wish;
import org.throughline.exchange.webhook.Subscription;
import org.throughline.exchange.webhook.Subscriptions;
import org.throughline.exchange.webhook.WebhookEvent;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;

/** Who is told what happens to requests, such as a CRM; for managers and administrators. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "Webhooks", description = "Messages to other systems about what happens to requests")
class WebhookController {

    private final Receivers webhooks;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final AgencyProfile agency;

    WebhookController(Receivers webhooks, Subscriptions subscriptions, Deliveries deliveries, AgencyProfile agency) {
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.agency = agency;
    }

    record WebhookBody(
            @NotBlank @Size(max = 1000) String url,
            @Nullable @Size(max = 200) String description,
            @NotEmpty List<String> events,
            @Nullable Boolean active) {}

    @GetMapping
    @Operation(summary = "The webhooks and how their messages stand; never their secrets")
    List<WebhookView> all() {
        Map<String, Standing> standings = deliveries.standings();
        return subscriptions.all().stream()
                .map(one -> WebhookView.of(one, standings.get(one.id()), null, agency.timeZone()))
                .toList();
    }

    @GetMapping("/{id}")
    WebhookView get(@PathVariable String id) {
        return view(known(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Adds a webhook; the answer has its secret, which is shown this once",
            description =
                    "events are of request.opened, request.status-changed, request.closed, request.withdrawn. Messages"
                            + " are signed as the Standard Webhooks specification says, tried for about two days, and come in order"
                            + " for each request; webhook-id is the same in every attempt. The address begins with https:// and is"
                            + " not inside a private network.")
    WebhookView add(@Valid @RequestBody WebhookBody body, @AuthenticationPrincipal Caller caller) {
        Subscription added = webhooks.add(wish(body), caller.userId());
        return WebhookView.of(added, null, added.secret(), agency.timeZone());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Changes a webhook, switches it off or on",
            description = "What happens while it is off is not told later, and messages that wait are cancelled.")
    WebhookView change(@PathVariable String id, @Valid @RequestBody WebhookBody body) {
        return view(webhooks.change(known(id), wish(body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        webhooks.remove(known(id));
    }

    @PostMapping("/{id}/secret")
    @Operation(summary = "Makes a new secret, shown this once; the former one signs beside it for a day")
    WebhookView newSecret(@PathVariable String id) {
        Subscription changed = webhooks.newSecret(known(id));
        return WebhookView.of(changed, null, changed.secret(), agency.timeZone());
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends the message webhook.test, to see whether it arrives")
    WebhookView test(@PathVariable String id) {
        Subscription known = known(id);
        webhooks.test(known);
        return view(known);
    }

    private WebhookView view(Subscription subscription) {
        return WebhookView.of(subscription, deliveries.standings().get(subscription.id()), null, agency.timeZone());
    }

    private Subscription known(String id) {
        return webhooks.find(id).orElseThrow(() -> Problem.notFound("There is no webhook " + id + "."));
    }

    private static Wish wish(WebhookBody body) {
        List<WebhookEvent> events = body.events().stream()
                .map(type -> WebhookEvent.named(type)
                        .orElseThrow(() -> Problem.badRequest("There is no event " + type + ". Use request.opened,"
                                + " request.status-changed, request.closed or request.withdrawn.")))
                .distinct()
                .toList();
        String description = body.description();
        return new Wish(
                body.url().strip(),
                description == null ? "" : description.strip(),
                events,
                !Boolean.FALSE.equals(body.active()));
    }
}
