package org.throughline.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.FormMapping;
import org.throughline.intake.FormMapping.Field;
import org.throughline.intake.FormMapping.Target;
import org.throughline.intake.FormMappings;
import org.throughline.platform.web.Problem;

/** How the fields of web forms are read; analysts and managers change it. */
@RestController
@RequestMapping("/api/form-mappings")
class FormMappingController {

    private static final int MOST_FIELDS = 200;
    private static final Pattern FORM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final Pattern WORK_TYPE = Pattern.compile("[A-Z][A-Z_]{1,39}");

    private final FormMappings mappings;

    FormMappingController(FormMappings mappings) {
        this.mappings = mappings;
    }

    record MappingBody(
            @NotBlank @Size(max = 200) String title,
            @Nullable String workTypeHint,
            @NotNull @Size(max = MOST_FIELDS) List<@Valid @NotNull FieldBody> fields) {}

    record FieldBody(
            @NotBlank @Size(max = 200) String name,
            @NotNull Target target,
            @Nullable @Size(max = 200) String label) {}

    @GetMapping
    List<FormMapping> all() {
        return mappings.all();
    }

    @GetMapping("/{formId}")
    FormMapping get(@PathVariable("formId") String formId) {
        return mappings.find(formId)
                .orElseThrow(() -> Problem.notFound("There is no mapping for a form " + formId + "."));
    }

    @Operation(summary = "Adds a form's mapping, or replaces it")
    @PutMapping("/{formId}")
    FormMapping put(@PathVariable("formId") String formId, @Valid @RequestBody MappingBody body, Principal principal) {
        String hint = body.workTypeHint();
        if (!FORM_ID.matcher(formId).matches()) {
            throw Problem.badRequest("A form id has up to 100 letters, digits and . _ : - in it.");
        }
        if (hint != null && !WORK_TYPE.matcher(hint).matches()) {
            throw Problem.badRequest("workTypeHint is the id of a work type, such as CERT_LIABILITY.");
        }
        refuseTwice(body.fields());
        FormMapping mapping = new FormMapping(
                formId,
                body.title(),
                hint,
                body.fields().stream()
                        .map(field -> new Field(field.name(), field.target(), field.label()))
                        .toList());
        mappings.save(mapping, principal.getName());
        return mapping;
    }

    private static void refuseTwice(List<FieldBody> fields) {
        Set<String> names = new TreeSet<>();
        Set<Target> targets = new TreeSet<>();
        for (FieldBody field : fields) {
            if (!names.add(field.name())) {
                throw Problem.badRequest("The field " + field.name() + " is listed twice.");
            }
            if (field.target().single() && !targets.add(field.target())) {
                throw Problem.badRequest("Only one field can be " + field.target() + ".");
            }
        }
    }
}
