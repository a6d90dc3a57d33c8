package org.throughline.staff;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the license gate: who wanted to do what, and which license it was done with or is missing.
 *
 * @param person user id
 * @param acts acts of the task, separated by commas
 * @param task id of the task; empty where the engine was to move a request past its steps
 * @param taskName what the task is called in Tasklist, or the engine's name for what was tried
 * @param request number of the service request, if the task belongs to one
 * @param state two-letter state of the risk, if known
 * @param lines lines of authority needed, separated by commas
 * @param carrier carrier whose appointment was needed
 * @param licenses numbers of the licenses that allowed it, joined by {@code +}; empty when refused
 * @param reason the sentence that the person read, or why it was allowed otherwise; else empty
 */
public record LicenseCheck(
        OffsetDateTime at,
        String person,
        Path path,
        String acts,
        String task,
        String taskName,
        @Nullable String request,
        @Nullable String state,
        String lines,
        @Nullable String carrier,
        Outcome outcome,
        String licenses,
        String reason) {

    /** How the person came to the task. */
    public enum Path {
        CLAIM("claim"),
        ASSIGN("be given"),
        DELEGATE("be delegated"),
        RESOLVE("resolve"),
        COMPLETE("complete"),
        ERROR("end with an error"),
        ESCALATION("escalate"),
        MODIFY("move the request past"),
        /** Changes what has gone out already, outside of any task. */
        AMEND("do");

        private final String verb;

        Path(String verb) {
            this.verb = verb;
        }

        /** The path in a sentence: tried to … the task. */
        public String verb() {
            return verb;
        }
    }

    /** What the gate said. */
    public enum Outcome {
        ALLOWED,
        REFUSED
    }
}
