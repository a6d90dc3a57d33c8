package org.throughline.triage.suggest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.triage.suggest.LearningProgress.Stage;

/** Learns a model from examples. The same examples give the same model. */
public final class ModelTrainer {

    private static final double WORDS_COST = 30;
    private static final double MEANING_COST = 10;
    private static final String RECIPE = "words30-meaning10-asks3-bge96-1";

    private final SentenceEncoder encoder;
    private final List<Part> parts;

    /** @param parts what is learned from beside the examples, whichever these are */
    ModelTrainer(SentenceEncoder encoder, List<Part> parts) {
        this.encoder = encoder;
        this.parts = parts;
    }

    /** What these examples lead to, without learning them. */
    static String version(List<Example> training, List<Example> calibration) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
            Stream.of(training, calibration, Corpus.parts())
                    .flatMap(List::stream)
                    .forEach(one -> digest.update(one.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    SuggestionModel train(List<Example> training, List<Example> calibration) {
        return train(training, calibration, LearningProgress.NONE);
    }

    SuggestionModel train(List<Example> training, List<Example> calibration, LearningProgress progress) {
        List<Example> examples = new ArrayList<>(training);
        parts.forEach(part -> part.example().ifPresent(examples::add));
        Map<String, SparseVector> meanings = meanings(examples, progress);
        List<SparseVector> meant =
                examples.stream().map(example -> meanings.get(example.text())).toList();
        TextFeatures features = TextFeatures.learn(examples);
        List<String> types = Corpus.WORK_TYPES;
        int[] labels = labels(examples, types);
        int steps = 2 * types.size() + AskModel.STEPS;
        SuggestionModel model = new SuggestionModel(
                version(training, calibration),
                types,
                features,
                LinearModel.train(
                        examples.stream()
                                .map(example -> features.vector(example.text(), example.channel()))
                                .toList(),
                        labels,
                        types.size(),
                        features.size(),
                        WORDS_COST,
                        done -> progress.at(Stage.LEARNING, done, steps)),
                LinearModel.train(
                        meant,
                        labels,
                        types.size(),
                        encoder.dimensions(),
                        MEANING_COST,
                        done -> progress.at(Stage.LEARNING, types.size() + done, steps)),
                AskModel.learn(
                        parts,
                        parts.stream()
                                .map(part -> features.vector(part.text(), part.channel()))
                                .toList(),
                        features.size(),
                        parts.stream().map(part -> meanings.get(part.text())).toList(),
                        encoder.dimensions(),
                        done -> progress.at(Stage.LEARNING, 2 * types.size() + done, steps)),
                1,
                meant.subList(0, training.size()).stream()
                        .map(vector -> SuggestionModel.quantized(vector.values()))
                        .toArray(int[][]::new));
        return model.withTemperature(temperature(model, calibration, progress));
    }

    private Map<String, SparseVector> meanings(List<Example> examples, LearningProgress progress) {
        List<String> texts = Stream.concat(
                        examples.stream().map(Example::text), parts.stream().map(Part::text))
                .distinct()
                .toList();
        Map<String, SparseVector> meanings = new HashMap<>();
        progress.at(Stage.READING, 0, texts.size());
        for (String text : texts) {
            meanings.put(text, SparseVector.dense(encoder.encode(text)));
            progress.at(Stage.READING, meanings.size(), texts.size());
        }
        return meanings;
    }

    private static int[] labels(List<Example> examples, List<String> types) {
        return examples.stream()
                .mapToInt(example -> {
                    int label = types.indexOf(example.workType());
                    if (label < 0) {
                        throw new IllegalArgumentException(example.workType() + " is not a work type");
                    }
                    return label;
                })
                .toArray();
    }

    /** The temperature under which the calibration's true types are most likely. */
    private double temperature(SuggestionModel model, List<Example> calibration, LearningProgress progress) {
        List<double[]> scores = new ArrayList<>();
        for (Example example : calibration) {
            scores.add(
                    WorkTypeSuggester.joint(model, example.text(), example.channel(), encoder.encode(example.text())));
            progress.at(Stage.CALIBRATING, scores.size(), calibration.size());
        }
        int[] labels = labels(calibration, model.types());
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double candidate = 0.4; candidate <= 4; candidate += 0.05) {
            double loss = 0;
            for (int i = 0; i < labels.length; i++) {
                loss -= Math.log(WorkTypeSuggester.softmax(scores.get(i), candidate)[labels[i]] + 1e-12);
            }
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        return Math.round(best * 100) / 100.0;
    }
}
