package org.throughline.triage.suggest;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Logistic regression, one class against the rest, with one weight a feature and class. */
final class LinearModel {

    private static final double TOLERANCE = 0.01;
    private static final int ITERATIONS = 300;
    private static final float NEVER = -20;

    private final int classes;
    private final float[] weights;
    private final float[] bias;

    private LinearModel(int classes, float[] weights, float[] bias) {
        this.classes = classes;
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * Learns the classes 0 to {@code classes - 1} of the vectors, each against the rest: one class is fitted after the
     * other, so that no more than one class's weights are held in double precision and the work can end between two. A
     * class without an example is never likely.
     *
     * @param cost how much a wrong example weighs against plain weights
     * @param fitted is told of each class that is done
     */
    static LinearModel train(
            List<SparseVector> vectors, int[] labels, int classes, int size, double cost, IntConsumer fitted) {
        Linear.disableDebugOutput();
        Feature[][] nodes = vectors.stream().map(vector -> nodes(vector, size)).toArray(Feature[][]::new);
        float[] weights = new float[size * classes];
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            int label = k;
            if (Arrays.stream(labels).allMatch(one -> one == label)) {
                bias[k] = NEVER * -1;
            } else if (Arrays.stream(labels).noneMatch(one -> one == label)) {
                bias[k] = NEVER;
            } else {
                double[] learned = fit(nodes, labels, k, size, cost);
                for (int feature = 0; feature < size; feature++) {
                    weights[feature * classes + k] = (float) learned[feature];
                }
                bias[k] = (float) learned[size];
            }
            fitted.accept(k + 1);
        }
        return new LinearModel(classes, weights, bias);
    }

    private static double[] fit(Feature[][] nodes, int[] labels, int label, int size, double cost) {
        Problem problem = new Problem();
        problem.l = nodes.length;
        problem.n = size + 1;
        problem.bias = 1;
        problem.x = nodes;
        problem.y = new double[labels.length];
        Arrays.setAll(problem.y, i -> labels[i] == label ? 1 : -1);
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE, ITERATIONS);
        parameter.setRandom(new Random(1));
        return Linear.train(problem, parameter).getFeatureWeights();
    }

    private static Feature[] nodes(SparseVector vector, int size) {
        int count = vector.indexes().length;
        Feature[] nodes = new Feature[count + 1];
        for (int i = 0; i < count; i++) {
            nodes[i] = new FeatureNode(vector.indexes()[i] + 1, vector.values()[i]);
        }
        nodes[count] = new FeatureNode(size + 1, 1);
        return nodes;
    }

    /** Logarithms of the classes' probabilities, which add up to one. */
    double[] logProbabilities(SparseVector vector) {
        double[] scores = new double[classes];
        for (int k = 0; k < classes; k++) {
            scores[k] = bias[k];
        }
        for (int i = 0; i < vector.indexes().length; i++) {
            int row = vector.indexes()[i] * classes;
            float value = vector.values()[i];
            for (int k = 0; k < classes; k++) {
                scores[k] += value * weights[row + k];
            }
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            scores[k] = 1 / (1 + Math.exp(-scores[k]));
            sum += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] = Math.log(scores[k] / sum + 1e-9);
        }
        return scores;
    }

    /** How much a feature speaks for a class. */
    float weight(int feature, int label) {
        return weights[feature * classes + label];
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        save(weights, out);
        save(bias, out);
    }

    static LinearModel load(DataInputStream in) throws IOException {
        return new LinearModel(in.readInt(), loadFloats(in), loadFloats(in));
    }

    private static void save(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static float[] loadFloats(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = new byte[length * Float.BYTES];
        in.readFully(bytes);
        float[] values = new float[length];
        FloatBuffer buffer = ByteBuffer.wrap(bytes).asFloatBuffer();
        buffer.get(values);
        return values;
    }
}
