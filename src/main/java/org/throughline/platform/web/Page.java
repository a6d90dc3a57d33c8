package org.throughline.platform.web;

import java.util.List;

/** One page of a list; pages count from zero. */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** Items of a page unless the caller says. */
    public static final int SIZE = 25;

    /** The most items that a page may have. */
    public static final int LARGEST = 200;
}
