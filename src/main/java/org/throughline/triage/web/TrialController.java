package org.throughline.triage.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.triage.TextTrial;
import org.throughline.triage.TextTrial.FiredPhrase;
import org.throughline.triage.TextTrial.Trial;
import org.throughline.triage.Triage.Planned;
import org.throughline.triage.learning.ModelBook;
import org.throughline.triage.learning.ModelBook.NearExample;
import org.throughline.triage.suggest.Suggestion;
import org.throughline.triage.suggest.Suggestion.Scored;

/** {@code POST /api/triage/try}: how a text is understood and why, with no effect. */
@RestController
class TrialController {

    private static final int SHOWN = 3;

    private final TextTrial trial;
    private final PreviewMessages messages;
    private final ModelBook models;

    TrialController(TextTrial trial, PreviewMessages messages, ModelBook models) {
        this.trial = trial;
        this.messages = messages;
        this.models = models;
    }

    /** What the work-type table decides about one request of the text. */
    record Decided(String workType, double confidence, String classification) {}

    /**
     * How a text is understood.
     *
     * @param suggestions the three likeliest work types
     * @param agreement whether words, meaning and phrases name the same type
     * @param familiarity likeness to the nearest learned example, 0 to 1
     * @param decided the main request first
     */
    record TrialAnswer(
            String modelVersion,
            List<Scored> suggestions,
            boolean agreement,
            double familiarity,
            List<String> words,
            List<Decided> decided,
            List<String> reasons,
            List<String> flags,
            List<FiredPhrase> phrases,
            List<NearExample> nearest) {}

    @Operation(summary = "Shows how a text is understood and why; the body is that of /api/intake/preview")
    @PostMapping(path = "/api/triage/try", consumes = MediaType.APPLICATION_JSON_VALUE)
    TrialAnswer tryOut(@RequestBody PreviewItem item) {
        Trial tried = trial.of(messages.read(item));
        Suggestion suggestion = tried.outlook().understanding().suggestion();
        return new TrialAnswer(
                suggestion.modelVersion(),
                suggestion.ranked().stream().limit(SHOWN).toList(),
                suggestion.agreement(),
                suggestion.familiarity(),
                suggestion.reasons(),
                tried.outlook().planned().stream().map(TrialController::decided).toList(),
                tried.outlook().understanding().reasons(),
                tried.outlook().understanding().flags(),
                tried.fired(),
                models.behind(tried.nearest()));
    }

    private static Decided decided(Planned planned) {
        return new Decided(planned.workType(), planned.confidence(), planned.classification());
    }
}
