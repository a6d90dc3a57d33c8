package org.throughline.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an inbound item of a call that somebody took down. */
@Component
public class PhoneCalls {

    private static final int LONGEST_SUBJECT = 120;

    private final InboundItems items;
    private final Clock clock;

    public PhoneCalls(InboundItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * Stores the call in the current transaction and returns the item's number; the same note again is answered with the
     * first item.
     */
    public String log(String noteId, PhoneCall call) {
        String text = text(call);
        String sender = call.caller() + (call.number().isEmpty() ? "" : " <" + call.number() + ">");
        return items.accept(new NewItem(
                        Channel.PHONE,
                        "call/" + noteId,
                        clock.instant(),
                        sender,
                        Senders.address(call.number()),
                        call.loggedBy(),
                        subject(call),
                        text,
                        "",
                        "",
                        null,
                        List.of(),
                        false,
                        List.of(),
                        null,
                        List.of(),
                        "text/plain",
                        Content.of(text.getBytes(StandardCharsets.UTF_8))))
                .inboundItemId();
    }

    private static String subject(PhoneCall call) {
        String about = call.about().lines().findFirst().orElse("").strip();
        String shortened = about.length() <= LONGEST_SUBJECT ? about : about.substring(0, LONGEST_SUBJECT - 1) + "…";
        return "Call from " + call.caller() + (shortened.isEmpty() ? "" : ": " + shortened);
    }

    private static String text(PhoneCall call) {
        List<String> lines = new ArrayList<>();
        lines.add(call.about());
        add(lines, "Client", call.client());
        add(lines, "Policy", call.policy());
        switch (call.urgency()) {
            case NOW -> lines.add("Urgent: the caller needs it right now.");
            case TODAY -> lines.add("The caller needs it today.");
            case NORMAL -> {
                // nothing to add
            }
        }
        if (call.callBack()) {
            lines.add("Call back"
                    + (call.number().isEmpty() ? "" : " " + call.number())
                    + (call.callBackAt().isEmpty() ? "" : ", " + call.callBackAt()));
        }
        add(lines, "Taken by", call.loggedBy());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + ": " + value);
        }
    }
}
