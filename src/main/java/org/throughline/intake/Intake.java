package org.throughline.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.platform.NumberSeries;
import org.throughline.platform.Numbers;

/** Takes an item in: stored, counted once, its process started, all in one transaction. */
@Component
public class Intake {

    private final InboundItems items;
    private final IntakeProcess process;
    private final Numbers numbers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public Intake(
            InboundItems items, IntakeProcess process, Numbers numbers, Clock clock, TransactionTemplate transaction) {
        this.items = items;
        this.process = process;
        this.numbers = numbers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Accepts an item; returns after it is committed. The same item again is answered with the first one's id. */
    public Receipt accept(NewItem item) {
        String key = key(item);
        Optional<String> before = items.findByKey(key);
        if (before.isPresent()) {
            return duplicate(before.get());
        }
        String id = numbers.next(NumberSeries.IN);
        ItemState state = item.refusal() == null ? ItemState.RECEIVED : ItemState.REFUSED;
        try {
            transaction.executeWithoutResult(status -> {
                items.insert(id, key, state, clock.instant(), item);
                process.start(id, item.channel());
            });
        } catch (DuplicateKeyException concurrently) {
            return duplicate(items.findByKey(key).orElseThrow(() -> concurrently));
        }
        return item.refusal() == null
                ? new Receipt(id, Receipt.Status.ACCEPTED, null)
                : new Receipt(id, Receipt.Status.REFUSED, item.refusal());
    }

    private static Receipt duplicate(String firstId) {
        return new Receipt(firstId, Receipt.Status.DUPLICATE, "The same item arrived before as " + firstId + ".");
    }

    /** Message-ID or external id where there is one, otherwise what it says. */
    static String key(NewItem item) {
        MessageDigest digest = sha256();
        if (item.externalId() != null && !item.externalId().isBlank()) {
            add(digest, item.externalId().strip());
            return "id:" + HexFormat.of().formatHex(digest.digest());
        }
        add(digest, item.senderAddress().isEmpty() ? item.sender() : item.senderAddress());
        add(digest, item.subject());
        add(digest, item.body());
        add(digest, item.forwarded());
        for (NewAttachment attachment : item.attachments()) {
            digest.update(attachment.bytes());
        }
        return "content:" + HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
