package org.throughline.triage.web;

import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;

/** Checks which page a caller asks for. */
final class Paging {

    private static final int LAST_PAGE = 1_000_000;

    private Paging() {}

    static void check(int page, int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("page starts at 0, size is between 1 and " + Page.LARGEST + ".");
        }
    }
}
