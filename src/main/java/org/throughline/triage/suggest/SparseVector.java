package org.throughline.triage.suggest;

import java.util.Arrays;

/** Few of many numbers, by ascending index. */
record SparseVector(int[] indexes, float[] values) {

    /** A vector that has all its numbers. */
    static SparseVector dense(float[] values) {
        int[] indexes = new int[values.length];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = i;
        }
        return new SparseVector(indexes, values);
    }

    /** Collects a vector's numbers in any order, each index once. */
    static final class Builder {

        private long[] entries = new long[256];
        private int size;

        void add(int index, double value) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] =
                    ((long) index << Integer.SIZE) | Integer.toUnsignedLong(Float.floatToIntBits((float) value));
        }

        SparseVector build() {
            Arrays.sort(entries, 0, size);
            int[] indexes = new int[size];
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                indexes[i] = (int) (entries[i] >>> Integer.SIZE);
                values[i] = Float.intBitsToFloat((int) entries[i]);
            }
            return new SparseVector(indexes, values);
        }
    }
}
