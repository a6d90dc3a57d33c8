package org.throughline.triage.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.triage.MessageText;
import org.throughline.triage.Triage;

/** {@code POST /api/intake/preview}: what would happen with a message, with no effect. */
@RestController
class PreviewController {

    private final Triage triage;
    private final PreviewMessages messages;

    PreviewController(Triage triage, PreviewMessages messages) {
        this.triage = triage;
        this.messages = messages;
    }

    @PostMapping(path = "/api/intake/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    PreviewAnswer preview(@RequestBody PreviewItem item) {
        MessageText message = messages.read(item);
        Triage.Outlook outlook = triage.look(message);
        return new PreviewAnswer(
                PreviewAnswer.requests(outlook),
                List.copyOf(outlook.understanding().flags()));
    }
}
