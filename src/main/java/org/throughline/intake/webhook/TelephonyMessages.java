package org.throughline.intake.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.NewItem;
import org.throughline.intake.Receipt;
import org.throughline.intake.Senders;

/**
 * Takes in what the telephony provider reports: text messages and voicemail. Its id of the message or recording is the
 * item's, so that its retries add nothing. Recordings and pictures stay where they are; the text names them.
 */
@Component
class TelephonyMessages {

    /** Flag of a voicemail whose words have not arrived yet. */
    static final String NO_TRANSCRIPT = "NO_TRANSCRIPT";

    private static final int MOST_MEDIA = 20;

    private final InboundItems items;
    private final Clock clock;

    TelephonyMessages(InboundItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** One call of the provider: its fields, and the body as it came. */
    record Call(SortedMap<String, List<String>> fields, byte[] body) {

        /**
         * Reads a form-encoded body.
         *
         * @throws IllegalArgumentException if it is not one
         */
        static Call of(byte[] body) {
            SortedMap<String, List<String>> fields = new TreeMap<>();
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    fields.computeIfAbsent(decoded(name), unused -> new ArrayList<>())
                            .add(decoded(value));
                }
            }
            return new Call(fields, body);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        String text(String name) {
            return fields.getOrDefault(name, List.of("")).get(0).strip();
        }
    }

    /** A text message; pictures are lines of its text. */
    Receipt textMessage(Call call) {
        List<String> lines = new ArrayList<>();
        add(lines, "", call.text("Body"));
        for (int i = 0; i < MOST_MEDIA && !call.text("MediaUrl" + i).isEmpty(); i++) {
            String type = call.text("MediaContentType" + i);
            add(lines, "Picture or file" + (type.isEmpty() ? "" : " (" + type + ")") + ": ", call.text("MediaUrl" + i));
        }
        return items.accept(item(Channel.SMS, call, call.text("MessageSid"), null, "Text message", lines, List.of()));
    }

    /**
     * A voicemail. The provider may report the recording first and its words later under the same id: then the words are
     * an item of their own, on the thread of the first.
     */
    Receipt voicemail(Call call) {
        String recording = call.text("RecordingSid");
        String words = call.text("TranscriptionText");
        List<String> lines = new ArrayList<>();
        add(lines, "", words.isEmpty() ? "Voicemail without a transcript; listen to the recording." : words);
        add(lines, "Recording: ", call.text("RecordingUrl"));
        add(lines, "Length in seconds: ", call.text("RecordingDuration"));
        add(lines, "Call: ", call.text("CallSid"));
        List<String> flags = words.isEmpty() ? List.of(NO_TRANSCRIPT) : List.of();
        Receipt receipt = items.accept(item(Channel.VOICEMAIL, call, recording, null, "Voicemail", lines, flags));
        boolean wordsAreNew = !words.isEmpty()
                && receipt.status() == Receipt.Status.DUPLICATE
                && items.find(receipt.inboundItemId())
                        .map(InboundItem::flags)
                        .orElse(List.of())
                        .contains(NO_TRANSCRIPT);
        return wordsAreNew
                ? items.accept(item(
                        Channel.VOICEMAIL,
                        call,
                        recording + "/transcript",
                        recording,
                        "Voicemail: transcript",
                        lines,
                        List.of()))
                : receipt;
    }

    private NewItem item(
            Channel channel,
            Call call,
            String externalId,
            @Nullable String inReplyTo,
            String subject,
            List<String> lines,
            List<String> flags) {
        String number = call.text("From");
        String name = call.text("CallerName");
        return new NewItem(
                channel,
                externalId,
                clock.instant(),
                name.isEmpty() ? number : name + " <" + number + ">",
                Senders.address(number),
                call.text("To"),
                number.isEmpty() ? subject : subject + " from " + number,
                String.join("\n", lines),
                "",
                "",
                inReplyTo,
                List.of(),
                false,
                flags,
                null,
                List.of(),
                MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                Content.of(call.body()));
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + value);
        }
    }
}
