package org.throughline.sandbox.epic;

import java.util.List;

/** An error that the simulated system answers as a problem document. */
class EpicProblem extends RuntimeException {

    private final int status;
    private final String title;
    private final List<String> details;

    EpicProblem(int status, String title, String detail, List<String> details) {
        super(detail);
        this.status = status;
        this.title = title;
        this.details = details;
    }

    /** HTTP 400 with what is wrong in particular. */
    static EpicProblem invalid(List<String> details) {
        return new EpicProblem(400, "Bad Request", "One or more arguments are invalid", details);
    }

    /** HTTP 400 with what is wrong in particular. */
    static EpicProblem invalid(String detail) {
        return invalid(List.of(detail));
    }

    /** HTTP 404. */
    static EpicProblem missing() {
        return new EpicProblem(404, "Not Found", "The specified resource was not found", List.of());
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    List<String> details() {
        return details;
    }
}
