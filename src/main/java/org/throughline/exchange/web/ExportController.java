package org.throughline.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.ams.ClientBook.Source;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.exporting.ExportQuery;
import org.throughline.exchange.exporting.Exports;
import org.throughline.exchange.spreadsheet.SheetWriter;
import org.throughline.exchange.spreadsheet.Spreadsheets;
import org.throughline.platform.web.Problem;

/** Lists as files, written while they are read; for managers and administrators. */
@RestController
@RequestMapping("/api/exports")
@Tag(name = "Spreadsheets", description = "Clients, policies and open work in and out, as CSV or XLSX")
class ExportController {

    private static final MediaType XLSX = MediaType.parseMediaType(Spreadsheets.XLSX);
    private static final MediaType CSV = MediaType.parseMediaType(Spreadsheets.CSV);

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "Clients, policies or open work as CSV or, by the Accept header, XLSX",
            description = "source is ams or spreadsheet; client is a part of a name; state two letters; inForce true or"
                    + " false for policies; workType and queue are for open work. The import takes the file as it is.")
    void export(
            @PathVariable("kind") String kindId,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean inForce,
            @RequestParam(required = false) @Nullable String workType,
            @RequestParam(required = false) @Nullable String queue,
            HttpServletResponse response)
            throws IOException {
        ExchangeKind kind = Kinds.of(kindId);
        boolean workbook = isWorkbook(accept);
        ExportQuery query =
                new ExportQuery(source(source), given(client), given(state), inForce, given(workType), given(queue));
        response.setContentType(workbook ? Spreadsheets.XLSX : Spreadsheets.CSV + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(kind.id() + (workbook ? ".xlsx" : ".csv"))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (SheetWriter out = workbook
                ? SheetWriter.xlsx(response.getOutputStream(), kind.id())
                : SheetWriter.csv(response.getOutputStream())) {
            exports.write(kind, query, out);
        }
    }

    /** The first of the two that the caller takes; CSV where either will do. */
    private static boolean isWorkbook(String accept) {
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            throw Problem.badRequest("The Accept header cannot be read.");
        }
        for (MediaType type : wanted) {
            if (type.includes(CSV)) {
                return false;
            }
            if (type.includes(XLSX)) {
                return true;
            }
        }
        throw new ResponseStatusException(
                HttpStatus.NOT_ACCEPTABLE, "Exports are " + Spreadsheets.CSV + " or " + Spreadsheets.XLSX + ".");
    }

    private static @Nullable Source source(@Nullable String text) {
        String named = given(text);
        return named == null
                ? null
                : Arrays.stream(Source.values())
                        .filter(one -> one.name().equalsIgnoreCase(named))
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest("source is ams or spreadsheet."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
