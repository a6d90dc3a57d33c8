package org.throughline.triage.suggest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.triage.suggest.LearningProgress.Stage;

/** Learns a model from examples. The same examples give the same model. */
public final class ModelTrainer {

    private static final double WORDS_COST = 30;
    private static final double MEANING_COST = 30;
    private static final String RECIPE = "words30-meaning30-bge96-1";

    private final SentenceEncoder encoder;

    public ModelTrainer(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    /** What these examples lead to, without learning them. */
    static String version(List<Example> training, List<Example> calibration) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
            Stream.concat(training.stream(), calibration.stream())
                    .forEach(example -> digest.update(example.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    SuggestionModel train(List<Example> training, List<Example> calibration) {
        return train(training, calibration, LearningProgress.NONE);
    }

    SuggestionModel train(List<Example> training, List<Example> calibration, LearningProgress progress) {
        List<String> types = Corpus.WORK_TYPES;
        int[] labels = labels(training, types);
        progress.at(Stage.READING, 0, training.size());
        List<float[]> meanings = new ArrayList<>();
        for (Example example : training) {
            meanings.add(encoder.encode(example.text()));
            progress.at(Stage.READING, meanings.size(), training.size());
        }
        int steps = 2 * types.size();
        TextFeatures features = TextFeatures.learn(training);
        SuggestionModel model = new SuggestionModel(
                version(training, calibration),
                types,
                features,
                LinearModel.train(
                        training.stream()
                                .map(example -> features.vector(example.text(), example.channel()))
                                .toList(),
                        labels,
                        types.size(),
                        features.size(),
                        WORDS_COST,
                        done -> progress.at(Stage.LEARNING, done, steps)),
                LinearModel.train(
                        meanings.stream().map(SparseVector::dense).toList(),
                        labels,
                        types.size(),
                        encoder.dimensions(),
                        MEANING_COST,
                        done -> progress.at(Stage.LEARNING, types.size() + done, steps)),
                1,
                meanings.stream().map(SuggestionModel::quantized).toArray(byte[][]::new));
        return model.withTemperature(temperature(model, calibration, progress));
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
