package org.throughline.triage.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    private static final int SIZE = 6;
    private static final int CLASSES = 3;

    private final List<SparseVector> vectors = new ArrayList<>();
    private final int[] labels = new int[60];

    LinearModelTest() {
        Random random = new Random(7);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (i * 7) % CLASSES;
            float[] values = new float[SIZE];
            for (int k = 0; k < SIZE; k++) {
                values[k] = random.nextFloat() + (k == labels[i] ? 1 : 0);
            }
            vectors.add(SparseVector.dense(values));
        }
    }

    @Test
    void learnsClassAfterClassWhatTheLibraryLearnsOfAllAtOnce() {
        LinearModel model = LinearModel.train(vectors, labels, CLASSES, SIZE, 10, done -> {});

        Model whole = wholeByTheLibrary();
        for (int feature = 0; feature < SIZE; feature++) {
            for (int column = 0; column < CLASSES; column++) {
                assertThat((double) model.weight(feature, whole.getLabels()[column]))
                        .isCloseTo(whole.getFeatureWeights()[feature * CLASSES + column], within(1e-4));
            }
        }
    }

    @Test
    void neverFindsAClassThatHasNoExample() {
        LinearModel model = LinearModel.train(vectors, labels, CLASSES + 1, SIZE, 10, done -> {});

        assertThat(Math.exp(model.logProbabilities(vectors.get(0))[CLASSES])).isLessThan(0.001);
    }

    @Test
    void tellsOfEachClass() {
        List<Integer> told = new ArrayList<>();

        LinearModel.train(vectors, labels, CLASSES, SIZE, 10, told::add);

        assertThat(told).containsExactly(1, 2, 3);
    }

    private Model wholeByTheLibrary() {
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = vectors.size();
        problem.n = SIZE + 1;
        problem.bias = 1;
        problem.y = new double[labels.length];
        problem.x = new Feature[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            problem.y[i] = labels[i];
            Feature[] nodes = new Feature[SIZE + 1];
            for (int k = 0; k < SIZE; k++) {
                nodes[k] = new FeatureNode(k + 1, vectors.get(i).values()[k]);
            }
            nodes[SIZE] = new FeatureNode(SIZE + 1, 1);
            problem.x[i] = nodes;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, 10, 0.01, 300);
        parameter.setRandom(new Random(1));
        return Linear.train(problem, parameter);
    }
}
