package org.throughline.triage.web;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.AgencyProfile;
import org.throughline.triage.learning.LearnedModel;
import org.throughline.triage.learning.LearnedModel.Origin;
import org.throughline.triage.learning.LearnedModel.State;
import org.throughline.triage.learning.LearningRun;
import org.throughline.triage.learning.ModelBook;
import org.throughline.triage.learning.ModelReport;
import org.throughline.triage.learning.Retraining;

/** The learned models: learn one, compare it, use it, go back. */
@RestController
@RequestMapping("/api/triage/models")
class ModelController {

    private final ModelBook models;
    private final Retraining retraining;
    private final AgencyProfile agency;

    ModelController(ModelBook models, Retraining retraining, AgencyProfile agency) {
        this.models = models;
        this.retraining = retraining;
        this.agency = agency;
    }

    record ModelView(
            String version,
            State state,
            Origin origin,
            boolean measured,
            String createdBy,
            OffsetDateTime createdAt,
            String changedBy,
            OffsetDateTime changedAt) {}

    /** {@code inUse} is what this node suggests by; another node promoted a different one at most half a minute ago. */
    record Models(String inUse, List<ModelView> items) {}

    /** How the run that learns stands; {@code NONE} where there never was one. */
    record TrainingView(
            String state,
            @Nullable String stage,
            int done,
            int steps,
            String message,
            @Nullable String version,
            boolean cancelAsked,
            @Nullable String startedBy,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime seenAt) {}

    record InUse(String version) {}

    @GetMapping
    Models list() {
        return new Models(models.inUse(), models.all().stream().map(this::view).toList());
    }

    @Operation(summary = "Starts to learn a candidate in the background")
    @PostMapping("/training")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrainingView start(Principal principal) {
        retraining.start(principal.getName());
        return training();
    }

    @GetMapping("/training")
    TrainingView training() {
        return retraining
                .last()
                .map(this::view)
                .orElse(new TrainingView("NONE", null, 0, 0, "", null, false, null, null, null));
    }

    @Operation(summary = "Cancels the run that learns; nothing of it stays")
    @DeleteMapping("/training")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrainingView cancel() {
        retraining.cancel();
        return training();
    }

    @Operation(summary = "What was measured of a candidate, beside the model that was active then")
    @GetMapping("/{version}/comparison")
    ModelReport comparison(@PathVariable("version") String version) {
        return models.report(version);
    }

    @PostMapping("/{version}/promote")
    Models promote(@PathVariable("version") String version, Principal principal) {
        models.promote(version, principal.getName());
        return list();
    }

    @PostMapping("/{version}/discard")
    Models discard(@PathVariable("version") String version, Principal principal) {
        models.discard(version, principal.getName());
        return list();
    }

    @Operation(summary = "Suggests by the previous model again")
    @PostMapping("/roll-back")
    InUse rollBack(Principal principal) {
        return new InUse(models.rollBack(principal.getName()));
    }

    private ModelView view(LearnedModel model) {
        return new ModelView(
                model.version(),
                model.state(),
                model.origin(),
                !model.metrics().isEmpty(),
                model.createdBy(),
                at(model.createdAt()),
                model.changedBy(),
                at(model.changedAt()));
    }

    private TrainingView view(LearningRun run) {
        return new TrainingView(
                run.state().name(),
                run.stage().name().toLowerCase(Locale.ROOT),
                run.done(),
                run.steps(),
                run.message(),
                run.version(),
                run.cancelAsked(),
                run.startedBy(),
                at(run.startedAt()),
                at(run.seenAt()));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
