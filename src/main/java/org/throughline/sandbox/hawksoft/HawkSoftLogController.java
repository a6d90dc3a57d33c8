package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of the simulated system: written, with a task in it or without, and never read back. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/hawksoft/vendor/agency/{agencyId}/client/{clientNumber}")
class HawkSoftLogController {

    private final HawkSoftRecords records;
    private final HawkSoftJournal journal;

    HawkSoftLogController(HawkSoftRecords records, HawkSoftJournal journal) {
        this.records = records;
        this.journal = journal;
    }

    /**
     * The vendor names the action {@code action}; a client that is in use calls it {@code channel}, so that is taken in its
     * place. What a half-written entry loses is its task, or half of its text where it has none.
     */
    @PostMapping("/log")
    ResponseEntity<String> log(
            @PathVariable("clientNumber") String clientNumber,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        ObjectNode client = records.find(Kind.CLIENT, clientNumber).orElseThrow(HawkSoftRefusal::noSuchClient);
        String refId = CallChecks.guid(CallChecks.text(body, "refId"), "refId");
        CallChecks.time(CallChecks.text(body, "ts"), "ts");
        JsonNode action = body.path(body.has("action") ? "action" : "channel");
        CallChecks.action(action, "action");
        String note = CallChecks.text(body, "note");
        CallChecks.policy(client, body.path("policyId").asText(null));
        boolean task = body.hasNonNull("task");
        if (task) {
            CallChecks.task(body.path("task"));
        }
        ObjectNode whole = body.deepCopy();
        whole.put("clientNumber", client.path("clientNumber").asInt());
        ObjectNode half = whole.deepCopy();
        if (task) {
            half.remove("task");
        } else {
            half.put("note", note.substring(0, note.length() / 2));
        }
        String text = task ? note + " " + body.path("task").path("title").asText() : note;
        HawkSoftJournal.Entry entry =
                HawkSoftJournal.Entry.of(Kind.LOG, refId, whole, half, task ? "TASK" : "NOTE", text);
        return HawkSoftJournal.answer(journal.keep(entry, request), "Log");
    }
}
