package org.throughline.triage;

import java.util.List;

/** Messages of the labeled sets, as they would come in. */
final class TestMessages {

    private TestMessages() {}

    /** A row of the sets of several requests: work types, channel, sender, subject, body. */
    static MessageText ofCells(List<String> cells) {
        return message(cells.get(1), cells.get(2), text(cells.get(3)), text(cells.get(4)));
    }

    /** A message as it would come in; its sender stands for the role, not for a client of the practice agency. */
    static MessageText message(String channel, String sender, String subject, String body) {
        String address = switch (sender) {
            case "CARRIER" -> "notices@summitridge.example";
            case "INTERNAL" -> "devon@harborline.example";
            default -> "someone@mail.example";
        };
        MessageText mail = Desk.mail(address, subject, body);
        boolean written = channel.equals("EMAIL") || channel.equals("FORM");
        return new MessageText(
                channel,
                mail.senderName(),
                written ? address : "",
                subject,
                body,
                "",
                List.of(),
                false,
                false,
                mail.receivedAt(),
                null);
    }

    private static String text(String cell) {
        return cell.replace("\\n", "\n");
    }
}
