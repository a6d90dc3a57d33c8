package org.throughline.triage.suggest;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;

/** Logistic regression, one class against the rest, with one weight a feature and class. */
final class LinearModel {

    private static final double TOLERANCE = 0.01;
    private static final int ITERATIONS = 300;

    private final int classes;
    private final float[] weights;
    private final float[] bias;

    private LinearModel(int classes, float[] weights, float[] bias) {
        this.classes = classes;
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * Learns the classes 0 to {@code classes - 1} of the vectors.
     *
     * @param cost how much a wrong example weighs against plain weights
     */
    static LinearModel train(List<SparseVector> vectors, int[] labels, int classes, int size, double cost) {
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = vectors.size();
        problem.n = size + 1;
        problem.bias = 1;
        problem.x = vectors.stream().map(vector -> nodes(vector, size)).toArray(Feature[][]::new);
        problem.y = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            problem.y[i] = labels[i];
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE, ITERATIONS);
        parameter.setRandom(new Random(1));
        return of(Linear.train(problem, parameter), classes, size);
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

    /** The library numbers classes as it meets them; here they keep their own numbers. */
    private static LinearModel of(Model model, int classes, int size) {
        double[] learned = model.getFeatureWeights();
        int[] labels = model.getLabels();
        int columns = labels.length;
        float[] weights = new float[size * classes];
        float[] bias = new float[classes];
        for (int column = 0; column < columns; column++) {
            for (int feature = 0; feature < size; feature++) {
                weights[feature * classes + labels[column]] = (float) learned[feature * columns + column];
            }
            bias[labels[column]] = (float) learned[size * columns + column];
        }
        return new LinearModel(classes, weights, bias);
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
