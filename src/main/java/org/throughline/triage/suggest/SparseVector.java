package org.throughline.triage.suggest;

import java.util.Map;
import java.util.TreeMap;

/** Few of many numbers, by ascending index. */
record SparseVector(int[] indexes, float[] values) {

    static SparseVector of(Map<Integer, Double> entries) {
        Map<Integer, Double> sorted = new TreeMap<>(entries);
        int[] indexes = new int[sorted.size()];
        float[] values = new float[sorted.size()];
        int at = 0;
        for (Map.Entry<Integer, Double> entry : sorted.entrySet()) {
            indexes[at] = entry.getKey();
            values[at++] = entry.getValue().floatValue();
        }
        return new SparseVector(indexes, values);
    }

    /** A vector that has all its numbers. */
    static SparseVector dense(float[] values) {
        int[] indexes = new int[values.length];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = i;
        }
        return new SparseVector(indexes, values);
    }
}
