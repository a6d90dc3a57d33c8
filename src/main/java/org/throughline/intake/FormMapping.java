package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of one web form are read. A field that is not listed is a line of the text under its own name, so that
 * nothing a client wrote is lost.
 *
 * @param formId the form, as its provider names it
 * @param title subject of what comes from a form that has no subject of its own
 * @param workTypeHint what the form is for, where it is for one kind of work; triage may find otherwise
 */
public record FormMapping(
        String formId, String title, @Nullable String workTypeHint, List<Field> fields) {

    /** What a field becomes. */
    public enum Target {
        SUBJECT,
        SENDER_NAME,
        SENDER_ADDRESS,
        /** The form's own number of the submission; together with the form's id it tells a repeated one. */
        EXTERNAL_ID,
        /** What the client says it is about, in words; a line of the text. */
        WORK_TYPE_HINT,
        /** A line of the text under a label. */
        LINE,
        /** The message itself; a part of the text without a label. */
        TEXT,
        /** Left out of the text; it stays in the original. */
        IGNORED;

        /** True where at most one field of a form can be this. */
        public boolean single() {
            return this == SUBJECT || this == EXTERNAL_ID || this == SENDER_NAME || this == SENDER_ADDRESS;
        }
    }

    /**
     * One field.
     *
     * @param label what a line begins with; the field's name where there is none
     */
    public record Field(
            String name, Target target, @Nullable String label) {}

    /** The field that becomes this, for targets that only one field can be. */
    public Optional<String> fieldFor(Target target) {
        return fields.stream()
                .filter(field -> field.target() == target)
                .map(Field::name)
                .findFirst();
    }
}
