package org.throughline.triage.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.triage.learning.LearnedModel.Origin;
import org.throughline.triage.learning.LearnedModel.State;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.WorkTypeSuggester;
import org.throughline.triage.suggest.WorkTypeSuggester.Near;

/** The learned models: which one is in use, which waits, and the way back. */
@Component
public class ModelBook {

    private static final Logger LOG = LoggerFactory.getLogger(ModelBook.class);

    private final SuggestionModels models;
    private final Suggesters suggesters;
    private final ExampleBook examples;
    private final LearningSource source;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    ModelBook(
            SuggestionModels models,
            Suggesters suggesters,
            ExampleBook examples,
            LearningSource source,
            ObjectMapper json,
            Clock clock) {
        this.models = models;
        this.suggesters = suggesters;
        this.examples = examples;
        this.source = source;
        this.json = json;
        this.clock = clock;
    }

    /** A learned example that is near to a text. */
    public record NearExample(String workType, double likeness, String text) {}

    private String versionOfTheBuild() {
        return suggesters.first().modelVersion();
    }

    /** The version that this node suggests by. */
    public String inUse() {
        return suggesters.current().modelVersion();
    }

    /** All models, the latest first; that of the build is there from the beginning. */
    public List<LearnedModel> all() {
        List<LearnedModel> all = new ArrayList<>(models.all());
        if (models.active().isEmpty()) {
            all.removeIf(model -> model.version().equals(versionOfTheBuild()));
            all.add(ofTheBuild(State.ACTIVE));
        }
        return all;
    }

    /** What was measured of a candidate when it was learned. */
    public ModelReport report(String version) {
        String metrics = existing(version).metrics();
        if (metrics.isEmpty()) {
            throw LearningRefused.conflict("The model of the build was measured when it was built, not here.");
        }
        try {
            return json.readValue(metrics, ModelReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a candidate with what was measured of it. */
    void keep(WorkTypeSuggester learned, List<Example> learnedFrom, ModelReport report, String by) {
        try {
            models.save(
                    new LearnedModel(
                            learned.modelVersion(),
                            State.CANDIDATE,
                            Origin.LEARNED,
                            json.writeValueAsString(report),
                            by,
                            clock.instant(),
                            by,
                            clock.instant()),
                    bytes(learned),
                    learnedFrom.stream().map(Example::digest).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Suggests by a candidate from now on: here at once, on the other nodes within half a minute.
     *
     * @throws LearningRefused if it is no candidate
     */
    public void promote(String version, String by) {
        LearnedModel model = existing(version);
        if (model.state() == State.CANDIDATE && models.active().isEmpty()) {
            saveTheBuildsModel(by);
        }
        if (!models.activate(version, State.CANDIDATE, by)) {
            throw LearningRefused.conflict(
                    "Only a candidate can be promoted; " + version + " is " + model.state() + ". Load the list again.");
        }
        refresh();
    }

    public void discard(String version, String by) {
        LearnedModel model = existing(version);
        if (!models.discard(version, by)) {
            throw LearningRefused.conflict("Only a candidate can be discarded; " + version + " is " + model.state()
                    + ". To leave the active model, roll back.");
        }
    }

    /**
     * Suggests by the previous model again.
     *
     * @return its version
     * @throws LearningRefused if there is none
     */
    public String rollBack(String by) {
        LearnedModel previous = models.all().stream()
                .filter(model -> model.state() == State.PREVIOUS)
                .findFirst()
                .orElseThrow(() -> LearningRefused.conflict(
                        "There is no previous model to go back to. It exists once a candidate was promoted."));
        if (!models.activate(previous.version(), State.PREVIOUS, by)) {
            throw LearningRefused.conflict("Somebody else changed the models just now. Load the list again.");
        }
        refresh();
        return previous.version();
    }

    /** What lies behind the places of learned examples in the model in use. */
    public List<NearExample> behind(List<Near> places) {
        List<String> digests = learnedFrom(inUse());
        List<Near> known =
                places.stream().filter(near -> near.example() < digests.size()).toList();
        Map<String, Example> found = examples.byDigest(new HashSet<>(
                known.stream().map(near -> digests.get(near.example())).toList()));
        List<NearExample> result = new ArrayList<>();
        for (Near near : known) {
            Example example = found.get(digests.get(near.example()));
            if (example != null) {
                result.add(new NearExample(example.workType(), near.likeness(), example.text()));
            }
        }
        return result;
    }

    private List<String> learnedFrom(String version) {
        return version.equals(versionOfTheBuild())
                ? source.builtIn().stream().map(Example::digest).toList()
                : models.learnedFrom(version);
    }

    /** Takes over the active model if another node or an earlier run made it so; one small query where it did not. */
    void refresh() {
        Optional<String> active = models.active();
        if (active.isEmpty() || active.get().equals(inUse()) || unreadable.contains(active.get())) {
            return;
        }
        String version = active.get();
        try {
            byte[] content = models.content(version)
                    .orElseThrow(() -> new IOException("The model " + version + " has no bytes any more"));
            suggesters.use(suggesters.read(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            unreadable.add(version);
            LOG.error("The active model {} cannot be used; {} stays in use. Learn a new one.", version, inUse(), e);
        }
    }

    /** It becomes the previous one, and stays so when a later build brings another. */
    private void saveTheBuildsModel(String by) {
        models.save(
                ofTheBuild(State.ACTIVE),
                bytes(suggesters.current()),
                source.builtIn().stream().map(Example::digest).toList());
        LOG.info("The model of the build {} is kept, since {} promotes another", versionOfTheBuild(), by);
    }

    private LearnedModel ofTheBuild(State state) {
        return new LearnedModel(versionOfTheBuild(), state, Origin.BUILD, "", "", clock.instant(), "", clock.instant());
    }

    private LearnedModel existing(String version) {
        return models.find(version)
                .or(() -> Optional.of(ofTheBuild(State.ACTIVE))
                        .filter(build -> version.equals(build.version())
                                && models.active().isEmpty()))
                .orElseThrow(() -> LearningRefused.notFound("There is no model " + version + "."));
    }

    private static byte[] bytes(WorkTypeSuggester suggester) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            suggester.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
