package org.throughline.intake.mail.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;

/** A difficult message and what it must be read as. */
public final class HardMail {

    private final String name;
    private final byte[] bytes;
    private final List<Consumer<NewItem>> checks = new ArrayList<>();

    HardMail(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Asserts that the message was read as it must be. */
    public void check(NewItem item) {
        checks.forEach(check -> check.accept(item));
    }

    public boolean expectsSomething() {
        return !checks.isEmpty();
    }

    HardMail that(Consumer<NewItem> check) {
        checks.add(check);
        return this;
    }

    HardMail body(String text) {
        return that(item -> assertThat(item.body()).as("body").isEqualTo(text));
    }

    HardMail bodyHas(String... texts) {
        return that(item -> assertThat(item.body()).as("body").contains(texts));
    }

    HardMail bodyLacks(String... texts) {
        return that(item -> assertThat(item.body()).as("body").doesNotContain(texts));
    }

    HardMail quotedHas(String... texts) {
        return that(item -> assertThat(item.quoted()).as("quoted").contains(texts));
    }

    HardMail forwardedHas(String... texts) {
        return that(item -> assertThat(item.forwarded()).as("forwarded").contains(texts));
    }

    HardMail hiddenHas(String... texts) {
        return that(item -> assertThat(item.hidden()).as("hidden").contains(texts));
    }

    HardMail hidden(String text) {
        return that(item -> assertThat(item.hidden()).as("hidden").isEqualTo(text));
    }

    HardMail subject(String text) {
        return that(item -> assertThat(item.subject()).as("subject").isEqualTo(text));
    }

    HardMail from(String address) {
        return that(item -> assertThat(item.senderAddress()).as("sender").isEqualTo(address));
    }

    HardMail flags(String... flags) {
        return that(item -> assertThat(item.flags()).as("flags").contains(flags));
    }

    HardMail notFlagged(String... flags) {
        return that(item -> assertThat(item.flags()).as("flags").doesNotContain(flags));
    }

    HardMail clean() {
        return that(item -> assertThat(item.flags()).as("flags").isEmpty());
    }

    HardMail files(String... names) {
        return that(item -> assertThat(item.attachments())
                .as("attachments")
                .extracting(NewAttachment::filename)
                .containsExactly(names));
    }

    HardMail fileBytes(int index, byte[] bytes) {
        return that(item -> {
            try (var in = item.attachments().get(index).content().open()) {
                assertThat(in.readAllBytes()).as("bytes of attachment " + index).isEqualTo(bytes);
            } catch (java.io.IOException lost) {
                throw new AssertionError(lost);
            }
        });
    }

    HardMail fileTextHas(int index, String text) {
        return that(item -> assertThat(item.attachments().get(index).text())
                .as("text of attachment " + index)
                .contains(text));
    }

    HardMail machine(boolean expected) {
        return that(
                item -> assertThat(item.autoSubmitted()).as("sent by a machine").isEqualTo(expected));
    }

    HardMail about(String messageId) {
        return that(item -> assertThat(item.inReplyTo()).as("in reply to").isEqualTo(messageId));
    }

    HardMail id(String messageId) {
        return that(item -> assertThat(item.externalId()).as("message id").isEqualTo(messageId));
    }

    HardMail sent(String instant) {
        return that(item -> assertThat(item.receivedAt()).as("sent at").isEqualTo(instant));
    }

    HardMail references(String... ids) {
        return that(item -> assertThat(item.references()).as("references").isEqualTo(Arrays.asList(ids)));
    }

    @Override
    public String toString() {
        return name;
    }
}
