package org.throughline.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.mapping.ImportMapping.Column;
import org.throughline.exchange.mapping.ImportMappings;
import org.throughline.exchange.spreadsheet.SheetDates;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;

/** How the columns of imported files are read; managers and administrators change it. */
@RestController
@RequestMapping("/api/import-mappings")
@Tag(name = "Spreadsheets", description = "Clients, policies and open work in and out, as CSV or XLSX")
class ImportMappingController {

    private static final int MOST_COLUMNS = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}");

    private final ImportMappings mappings;

    ImportMappingController(ImportMappings mappings) {
        this.mappings = mappings;
    }

    record MappingBody(
            @NotBlank String kind,
            @Nullable @Size(max = 40) String dateFormat,
            @NotNull @Size(max = MOST_COLUMNS) List<@Valid @NotNull ColumnBody> columns) {}

    record ColumnBody(
            @Nullable @Size(max = 200) String heading,
            @Nullable @Size(max = 40) String field,
            @Nullable @Size(max = 300) String constant) {}

    @GetMapping
    List<ImportMapping> all() {
        return mappings.all();
    }

    @GetMapping("/{name}")
    ImportMapping get(@PathVariable String name) {
        return mappings.find(name).orElseThrow(() -> unknown(name));
    }

    @PutMapping("/{name}")
    @Operation(
            summary = "Adds a mapping, or replaces it",
            description =
                    "A column with heading and field says which heading is which field; one with a heading alone is"
                            + " left out of imports; one with field and constant, and no heading, is the same in every row."
                            + " dateFormat is a pattern such as dd.MM.yyyy; ISO and American dates need none.")
    ImportMapping put(
            @PathVariable String name, @Valid @RequestBody MappingBody body, @AuthenticationPrincipal Caller caller) {
        if (!NAME.matcher(name).matches() || name.equals(ImportMapping.DEFAULT)) {
            throw Problem.badRequest(
                    "A mapping's name has up to 60 letters, digits, spaces and . _ - in it, and is not "
                            + ImportMapping.DEFAULT + ".");
        }
        ExchangeKind kind = ExchangeKind.find(body.kind())
                .orElseThrow(() -> Problem.badRequest("kind is clients, policies or open-work."));
        ImportMapping mapping =
                new ImportMapping(name, kind, dateFormat(body.dateFormat()), columns(kind, body.columns()));
        mappings.save(mapping, caller.userId());
        return mapping;
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        if (!mappings.delete(name)) {
            throw unknown(name);
        }
    }

    private static List<Column> columns(ExchangeKind kind, List<ColumnBody> bodies) {
        Set<String> headings = new TreeSet<>();
        Set<ExchangeField> fields = new TreeSet<>();
        List<Column> columns = new ArrayList<>();
        for (ColumnBody body : bodies) {
            String heading = given(body.heading());
            String constant = given(body.constant());
            ExchangeField field = field(kind, given(body.field()));
            if (heading == null ? field == null || constant == null : constant != null) {
                throw Problem.badRequest(
                        "A column has a heading and, unless it is left out, a field; or a field and a constant.");
            }
            if (heading != null && !headings.add(heading.toLowerCase(Locale.ROOT))) {
                throw Problem.badRequest("The heading " + heading + " is listed twice.");
            }
            if (field != null && !fields.add(field)) {
                throw Problem.badRequest("The field " + field.id() + " is listed twice.");
            }
            columns.add(new Column(heading, field, constant));
        }
        return columns;
    }

    private static @Nullable ExchangeField field(ExchangeKind kind, @Nullable String id) {
        if (id == null) {
            return null;
        }
        return ExchangeField.find(id)
                .filter(field -> kind.fields().contains(field) && field.imported())
                .orElseThrow(() -> Problem.badRequest("There is no field " + id + " for " + kind.id()
                        + ". GET /api/imports/" + kind.id() + " lists them."));
    }

    private static @Nullable String dateFormat(@Nullable String text) {
        String format = given(text);
        if (format != null) {
            try {
                SheetDates.check(format);
            } catch (IllegalArgumentException wrong) {
                throw Problem.badRequest("dateFormat is no pattern of a date. Write it like dd.MM.yyyy or d/M/yyyy.");
            }
        }
        return format;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static RuntimeException unknown(String name) {
        return Problem.notFound("There is no import mapping " + name + ".");
    }
}
