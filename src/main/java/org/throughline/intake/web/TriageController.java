package org.throughline.intake.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.intake.InboundItems;
import org.throughline.intake.TriageReading;
import org.throughline.intake.TriageReading.Shown;

/** What a person needs to decide what work an item is. */
@RestController
class TriageController {

    private final InboundItems items;
    private final TriageReading triage;

    TriageController(InboundItems items, TriageReading triage) {
        this.items = items;
        this.triage = triage;
    }

    @GetMapping("/api/inbound-items/{id}/triage")
    Shown get(@PathVariable("id") String id) {
        if (items.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no item " + id + ".");
        }
        return triage.of(id);
    }
}
