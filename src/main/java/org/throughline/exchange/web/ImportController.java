package org.throughline.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.ams.ClientBook;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.ExchangeProperties;
import org.throughline.exchange.importing.ImportReport;
import org.throughline.exchange.importing.Imports;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.mapping.ImportMappings;
import org.throughline.exchange.spreadsheet.Spreadsheets;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Problem;

/** Clients, policies and open work from spreadsheets; for managers and administrators. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Spreadsheets", description = "Clients, policies and open work in and out, as CSV or XLSX")
class ImportController {

    private final Imports imports;
    private final ImportMappings mappings;
    private final ClientBook book;
    private final ExchangeProperties limits;

    ImportController(Imports imports, ImportMappings mappings, ClientBook book, ExchangeProperties limits) {
        this.imports = imports;
        this.mappings = mappings;
        this.book = book;
        this.limits = limits;
    }

    record ImportColumn(ExchangeField id, String heading, boolean required, boolean imported) {}

    record ImportLayout(ExchangeKind kind, List<ImportColumn> columns, int rowLimit, long fileLimit) {}

    @GetMapping("/{kind}")
    @Operation(summary = "The columns that a file of this kind may have, and how large it may be")
    ImportLayout layout(@PathVariable("kind") String kindId) {
        ExchangeKind kind = Kinds.of(kindId);
        return new ImportLayout(
                kind,
                kind.fields().stream()
                        .map(field -> new ImportColumn(
                                field, field.heading(), kind.required().contains(field), field.imported()))
                        .toList(),
                limits.rows(kind),
                limits.fileLimit().toBytes());
    }

    @PostMapping(
            path = "/{kind}",
            consumes = {
                Spreadsheets.CSV,
                Spreadsheets.XLSX,
                "text/plain",
                "text/tab-separated-values",
                "application/vnd.ms-excel",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            summary = "Takes the rows of a CSV or XLSX file over, or says what that would do",
            description = "kind is clients, policies or open-work. What the file is shows in itself, whatever its media"
                    + " type says. Rows that are wrong are refused one by one, each with what to do; the others are taken,"
                    + " and the same file again changes nothing. With dryRun=true, which is the default, nothing is"
                    + " written and the answer says what would be. mapping names one of /api/import-mappings; default"
                    + " recognizes the usual headings. 413 where the file is too large, 422 where it cannot be read at"
                    + " all.")
    ImportReport take(
            @PathVariable("kind") String kindId,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = ImportMapping.DEFAULT) String mapping,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        ImportMapping chosen = mapping(Kinds.of(kindId), mapping);
        int limit = (int) Math.min(Integer.MAX_VALUE - 8L, limits.fileLimit().toBytes());
        byte[] file = body.readNBytes(limit + 1);
        if (file.length > limit) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "The file is larger than " + limits.fileLimit().toMegabytes() + " MB. Import it in parts.");
        }
        return imports.run(chosen, file, type.getCharset(), dryRun, caller.userId());
    }

    @DeleteMapping("/clients")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forgets a client that an import brought in, with its policies",
            description =
                    "By the number in the spreadsheet, or by name and state where it has none. Clients of the agency"
                            + " management system cannot be removed here.")
    void forget(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") String state) {
        if ((number == null || number.isBlank()) && (name == null || name.isBlank())) {
            throw Problem.badRequest("Say which client: number, or name and state.");
        }
        String id = number == null || number.isBlank()
                ? SpreadsheetIds.ofName(String.valueOf(name), state.strip().toUpperCase(Locale.ROOT))
                : SpreadsheetIds.ofNumber(number);
        if (!book.remove(id)) {
            throw Problem.notFound("No import brought in such a client.");
        }
    }

    private ImportMapping mapping(ExchangeKind kind, String name) {
        if (name.isBlank() || name.equals(ImportMapping.DEFAULT)) {
            return ImportMapping.usual(kind);
        }
        ImportMapping found =
                mappings.find(name).orElseThrow(() -> Problem.notFound("There is no import mapping " + name + "."));
        if (found.kind() != kind) {
            throw Problem.badRequest(
                    "The mapping " + name + " is for " + found.kind().id() + ", not for " + kind.id() + ".");
        }
        return found;
    }
}
