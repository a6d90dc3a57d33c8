package org.throughline.exchange.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people do with webhooks: add, change, remove, change the secret over, try. */
@Component
public class Receivers {

    /** The most receivers that an agency may have. */
    public static final int MOST = 20;

    /** How long a former secret signs beside the new one. */
    public static final Duration CHANGE_OVER = Duration.ofDays(1);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Audience audience;
    private final WebhookEvents events;
    private final ReceiverAddress addresses;
    private final Clock clock;

    public Receivers(
            Subscriptions subscriptions,
            Deliveries deliveries,
            Audience audience,
            WebhookEvents events,
            WebhookProperties properties,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.audience = audience;
        this.events = events;
        this.addresses = new ReceiverAddress(properties);
        this.clock = clock;
    }

    /** Something that cannot be, with a sentence that says why. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean aboutAddress;

        Refused(String sentence, boolean aboutAddress) {
            super(sentence);
            this.aboutAddress = aboutAddress;
        }

        /** Whether another address would be taken. */
        public boolean isAboutAddress() {
            return aboutAddress;
        }
    }

    /** What somebody says of a receiver. */
    public record Wish(String url, String description, List<WebhookEvent> events, boolean active) {}

    /**
     * Adds a receiver; the answer has its secret.
     *
     * @throws Refused if the address is none to send to, or there are too many receivers
     */
    public Subscription add(Wish wish, String user) {
        look(wish.url());
        if (subscriptions.all().size() >= MOST) {
            throw new Refused("There are " + MOST + " webhooks, which is the most. Remove one first.", false);
        }
        Subscription added = new Subscription(
                UUID.randomUUID().toString(),
                wish.url(),
                wish.description(),
                wish.events(),
                wish.active(),
                null,
                Signature.newSecret(),
                null,
                null,
                user,
                clock.instant());
        subscriptions.save(added);
        audience.refresh();
        return added;
    }

    /**
     * Changes a receiver; one that is switched off is sent nothing that happened until then.
     *
     * @throws Refused if the address is none to send to
     */
    public Subscription change(Subscription known, Wish wish) {
        look(wish.url());
        Subscription changed = known.changed(wish.url(), wish.description(), wish.events(), wish.active());
        subscriptions.save(changed);
        if (!wish.active()) {
            deliveries.cancel(known.id(), "The webhook was switched off.", clock.instant());
        }
        audience.refresh();
        return changed;
    }

    /** Removes a receiver; what it was sent can still be looked at. */
    public void remove(Subscription known) {
        subscriptions.delete(known.id());
        deliveries.cancel(known.id(), "The webhook was removed.", clock.instant());
        audience.refresh();
    }

    /** Gives a receiver a new secret; the former one signs as well for {@link #CHANGE_OVER}. */
    public Subscription newSecret(Subscription known) {
        Subscription changed =
                known.withSecret(Signature.newSecret(), clock.instant().plus(CHANGE_OVER));
        subscriptions.save(changed);
        audience.refresh();
        return changed;
    }

    /**
     * Sends a receiver a message that says nothing happened.
     *
     * @throws Refused if it is switched off
     */
    public void test(Subscription known) {
        refuseOff(known);
        events.test(known);
    }

    /**
     * Sends a message again, with all its attempts; the same id tells a receiver that has it already.
     *
     * @throws Refused if it waits anyway, or its receiver is gone or switched off
     */
    public void again(Delivery delivery) {
        Subscription receiver = subscriptions
                .find(delivery.subscriptionId())
                .orElseThrow(() -> new Refused("Its webhook was removed, so nobody is there to send it to.", false));
        refuseOff(receiver);
        if (!deliveries.again(delivery.id(), clock.instant())) {
            throw new Refused("It waits already and goes out by itself.", false);
        }
    }

    public Optional<Subscription> find(String id) {
        return subscriptions.find(id);
    }

    private static void refuseOff(Subscription receiver) {
        if (!receiver.active()) {
            throw new Refused("The webhook is switched off. Switch it on first.", false);
        }
    }

    private void look(String url) {
        addresses.problem(url).ifPresent(sentence -> {
            throw new Refused(sentence, true);
        });
    }
}
