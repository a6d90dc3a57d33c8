package org.throughline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.intake.FormMapping.Field;
import org.throughline.intake.FormMapping.Target;

/** Reads the fields of a web form by the mapping of its form id. */
@Component
public class FormReading {

    /** Flag of what came from a form that has no mapping. */
    public static final String UNKNOWN_FORM = "UNKNOWN_FORM";

    /** Beginning of the flag that names the work that a form is for. */
    public static final String HINT = "WORK_TYPE_HINT:";

    private final FormMappings mappings;

    public FormReading(FormMappings mappings) {
        this.mappings = mappings;
    }

    /**
     * What a form says; texts are empty where it says nothing.
     *
     * @param externalId form id and the form's own number, as two forms may both count from one
     */
    public record Reading(
            @Nullable String externalId, String sender, String subject, String body, List<String> flags) {}

    /** Reads fields in the order in which the form has them. */
    public Reading read(String formId, Map<String, String> fields) {
        Optional<FormMapping> known = mappings.find(formId);
        return known.isPresent()
                ? mapped(known.get(), fields)
                : new Reading(null, "", "Form " + formId, lines(fields), List.of(UNKNOWN_FORM));
    }

    private static Reading mapped(FormMapping form, Map<String, String> fields) {
        Set<String> used = new TreeSet<>();
        List<String> lines = new ArrayList<>();
        for (Field field : form.fields()) {
            used.add(field.name());
            String value = fields.getOrDefault(field.name(), "").strip();
            if (value.isEmpty()) {
                continue;
            }
            switch (field.target()) {
                case TEXT -> lines.add(value);
                case LINE, WORK_TYPE_HINT -> lines.add(label(field) + ": " + value);
                default -> {
                    // not a part of the text
                }
            }
        }
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.keySet().removeAll(used);
        String rest = lines(others);
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        String number = value(form, fields, Target.EXTERNAL_ID);
        String subject = value(form, fields, Target.SUBJECT);
        String hint = form.workTypeHint();
        return new Reading(
                number.isEmpty() ? null : form.formId() + "/" + number,
                sender(value(form, fields, Target.SENDER_NAME), value(form, fields, Target.SENDER_ADDRESS)),
                subject.isEmpty() ? form.title() : subject,
                String.join("\n", lines),
                hint == null ? List.of() : List.of(HINT + hint));
    }

    private static String value(FormMapping form, Map<String, String> fields, Target target) {
        return form.fieldFor(target)
                .map(name -> fields.getOrDefault(name, "").strip())
                .orElse("");
    }

    private static String label(Field field) {
        String label = field.label();
        return label == null || label.isBlank() ? field.name() : label;
    }

    private static String sender(String name, String address) {
        if (name.isEmpty() || address.isEmpty()) {
            return name + address;
        }
        return name.replaceAll("[<>\"]", "") + " <" + address + ">";
    }

    /** Fields as they are, a line each. */
    public static String lines(Map<String, String> fields) {
        List<String> lines = new ArrayList<>();
        fields.forEach((name, value) -> lines.add(name + ": " + value));
        return String.join("\n", lines);
    }
}
