package org.throughline.triage.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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
import org.throughline.triage.learning.ExampleBook;
import org.throughline.triage.learning.TrainingExample;
import org.throughline.triage.learning.TrainingExample.Source;
import org.throughline.triage.learning.TrainingExample.State;
import org.throughline.triage.learning.TrainingExamples.Filter;
import org.throughline.triage.suggest.Example;

/** The examples that work types are learned from. */
@RestController
@RequestMapping("/api/triage/examples")
class ExampleController {

    private final ExampleBook examples;
    private final AgencyProfile agency;

    ExampleController(ExampleBook examples, AgencyProfile agency) {
        this.examples = examples;
        this.agency = agency;
    }

    record ExampleView(
            String id,
            String workType,
            @Nullable String suggestedType,
            String channel,
            String sender,
            String subject,
            String body,
            Source source,
            State state,
            String note,
            String changedBy,
            @Nullable OffsetDateTime changedAt) {}

    record ExampleBody(
            @NotBlank String workType,
            @NotBlank String channel,
            @NotBlank String sender,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String note) {}

    record SwitchBody(
            @NotNull State state,
            @Nullable String workType,
            @Nullable String note) {}

    /** What examples may name, and how many each work type has to learn from. */
    record Vocabulary(Map<String, Integer> workTypes, List<String> channels, List<String> senders) {}

    @Operation(summary = "Examples of the agency; with source=BUILT_IN those that come with the build")
    @GetMapping
    Page<ExampleView> list(
            @RequestParam(name = "state", required = false) @Nullable State state,
            @RequestParam(name = "source", required = false) @Nullable Source source,
            @RequestParam(name = "workType", required = false) @Nullable String workType,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "25") int size) {
        Paging.check(page, size);
        String type = workType == null || workType.isBlank() ? null : workType;
        Page<TrainingExample> found = examples.list(new Filter(state, source, type, text.strip()), page, size);
        return new Page<>(found.items().stream().map(this::view).toList(), page, size, found.total());
    }

    @GetMapping("/vocabulary")
    Vocabulary vocabulary() {
        return new Vocabulary(examples.sizes(), ExampleBook.CHANNELS, ExampleBook.SENDERS);
    }

    @Operation(summary = "Adds an example; personal data is masked, and the next model learns from it")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExampleView add(@Valid @RequestBody ExampleBody body, Principal principal) {
        Example example = new Example(
                body.workType(), body.channel(), body.sender(), orEmpty(body.subject()), orEmpty(body.body()));
        return view(examples.add(example, orEmpty(body.note()), principal.getName()));
    }

    @Operation(summary = "Accepts or rejects a candidate, or switches an example on or off")
    @PutMapping("/{id}/state")
    ExampleView set(@PathVariable("id") String id, @Valid @RequestBody SwitchBody body, Principal principal) {
        return view(examples.set(id, body.state(), body.workType(), orEmpty(body.note()), principal.getName()));
    }

    private ExampleView view(TrainingExample one) {
        Example example = one.example();
        return new ExampleView(
                one.id(),
                example.workType(),
                one.suggestedType(),
                example.channel(),
                example.sender(),
                example.subject(),
                example.body(),
                one.source(),
                one.state(),
                one.note(),
                one.changedBy(),
                one.changedAt() == null
                        ? null
                        : one.changedAt().atZone(agency.timeZone()).toOffsetDateTime());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
