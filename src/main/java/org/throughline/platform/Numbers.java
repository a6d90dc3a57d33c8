package org.throughline.platform;

/** Hands out numbers that are unique across nodes; gaps may appear, order within a node is kept. */
public interface Numbers {

    /** The next number of a series, with the agency's current year: {@code SR-2026-000123}. */
    String next(NumberSeries series);
}
