package org.throughline.triage.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.web.Page;
import org.throughline.triage.Phrases.Phrase;
import org.throughline.triage.Phrases.PhraseTopic;
import org.throughline.triage.learning.PhraseBook;
import org.throughline.triage.learning.PhraseBook.Tried;
import org.throughline.triage.learning.PhraseRule;

/** The phrases by which topics are found in messages. */
@RestController
@RequestMapping("/api/triage/rules")
class PhraseController {

    private final PhraseBook phrases;
    private final AgencyProfile agency;

    PhraseController(PhraseBook phrases, AgencyProfile agency) {
        this.phrases = phrases;
        this.agency = agency;
    }

    /** Whether intake looks for a phrase. */
    enum Switch {
        ON,
        OFF
    }

    record RuleView(
            String id,
            String topic,
            String pattern,
            double weight,
            String why,
            boolean builtIn,
            Switch state,
            String changedBy,
            @Nullable OffsetDateTime changedAt) {}

    record RuleBody(
            @NotBlank String topic,
            @NotBlank String pattern,
            double weight,
            @NotBlank String why) {}

    record SwitchBody(@NotNull Switch state) {}

    record TryBody(@NotBlank String pattern, @Nullable String text) {}

    @GetMapping
    Page<RuleView> list(
            @RequestParam(name = "topic", required = false) @Nullable String topic,
            @RequestParam(name = "state", required = false) @Nullable Switch state,
            @RequestParam(name = "builtIn", required = false) @Nullable Boolean builtIn,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "25") int size) {
        Paging.check(page, size);
        Page<PhraseRule> found = phrases.list(
                topic == null || topic.isBlank() ? null : topic,
                state == null ? null : state == Switch.ON,
                builtIn,
                text.strip(),
                page,
                size);
        return new Page<>(found.items().stream().map(this::view).toList(), page, size, found.total());
    }

    @GetMapping("/topics")
    List<PhraseTopic> topics() {
        return phrases.topics();
    }

    @Operation(summary = "Adds a phrase; intake looks for it at once, on other nodes within half a minute")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RuleView add(@Valid @RequestBody RuleBody body, Principal principal) {
        Phrase phrase = new Phrase(
                body.topic(), body.pattern().strip(), body.weight(), body.why().strip());
        return view(phrases.add(phrase, principal.getName()));
    }

    @PutMapping("/{id}/state")
    RuleView set(@PathVariable("id") String id, @Valid @RequestBody SwitchBody body, Principal principal) {
        return view(phrases.set(id, body.state() == Switch.ON, principal.getName()));
    }

    @Operation(summary = "Tries a pattern on a text and on the examples of the build, with no effect")
    @PostMapping("/try")
    Tried tryOut(@Valid @RequestBody TryBody body) {
        return phrases.tryOut(body.pattern().strip(), body.text() == null ? "" : body.text());
    }

    private RuleView view(PhraseRule rule) {
        return new RuleView(
                rule.id(),
                rule.phrase().topic(),
                rule.phrase().pattern(),
                rule.phrase().weight(),
                rule.phrase().why(),
                rule.builtIn(),
                rule.on() ? Switch.ON : Switch.OFF,
                rule.changedBy(),
                rule.changedAt() == null
                        ? null
                        : rule.changedAt().atZone(agency.timeZone()).toOffsetDateTime());
    }
}
