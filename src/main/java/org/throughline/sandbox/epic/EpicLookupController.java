package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/** What the agency has configured: policy statuses, types and sources, activity codes, folders of attachments. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/epic")
class EpicLookupController {

    private static final String STATUSES = "/epic/policy/v2/statuses/";
    private static final String TYPES = "/epic/policy/v2/types/";

    private final EpicReleases releases;

    EpicLookupController(EpicReleases releases) {
        this.releases = releases;
    }

    /** The one list whose parameter is called {@code isActive_status}. */
    @GetMapping("/policy/v2/statuses")
    ResponseEntity<ObjectNode> statuses(HttpServletRequest request) {
        releases.fall2022();
        EpicQuery query = new EpicQuery(request)
                .active("isActive_status", row -> row.path("isActive").asBoolean());
        search(query, "code", "description");
        return EpicHal.ok(query.page(EpicCatalog.STATUSES, "statuses", row -> linked(row, STATUSES, request)));
    }

    @GetMapping("/policy/v2/statuses/{id}")
    ResponseEntity<ObjectNode> status(@PathVariable("id") String id, HttpServletRequest request) {
        releases.fall2022();
        return one(EpicCatalog.STATUSES, id, STATUSES, request);
    }

    @GetMapping("/policy/v2/types")
    ResponseEntity<ObjectNode> types(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .is("businessType", row -> row.path("businessType").asText())
                .words(
                        "standardsBody",
                        List.of("ACORD", "CSIO", "UK", "NONE"),
                        null,
                        row -> row.path("standardsBody").asText())
                .flag("isLineOfBusiness", row -> row.path("isLineOfBusiness").asBoolean())
                .isOrContains(
                        "applicationDetail",
                        row -> row.path("applicationDetail").asText())
                .isOrContains("code", row -> row.path("code").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        search(query, "code", "description", "applicationDetail");
        query.also("embed", "department", "profitCenter", "formCategory");
        return EpicHal.ok(query.page(EpicCatalog.TYPES, "types", row -> linked(row, TYPES, request)));
    }

    @GetMapping("/policy/v2/types/{id}")
    ResponseEntity<ObjectNode> type(@PathVariable("id") String id, HttpServletRequest request) {
        return one(EpicCatalog.TYPES, id, TYPES, request);
    }

    @GetMapping("/policy/v2/sources")
    ResponseEntity<ObjectNode> sources(HttpServletRequest request) {
        releases.fall2022();
        EpicQuery query = new EpicQuery(request)
                .isOrContains("description", row -> row.path("description").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        query.given("type");
        return EpicHal.ok(
                query.page(EpicCatalog.SOURCES, "sources", row -> linked(row, "/epic/policy/v2/sources/", request)));
    }

    @GetMapping("/activity/v1/codes")
    ResponseEntity<ObjectNode> codes(HttpServletRequest request) {
        releases.fall2022();
        EpicQuery query = new EpicQuery(request)
                .is("code", row -> row.path("code").asText())
                .isOrContains("description", row -> row.path("description").asText())
                .active("active_status", row -> row.path("active").asBoolean());
        boolean system = "true".equals(query.given("includeEventCodes"));
        query.filter(row -> system || !row.path("code").asText().startsWith("@"));
        for (String parameter : List.of("category", "event", "showIndioDetails", "businessTypes_include")) {
            query.given(parameter);
        }
        query.also("embed", "categories");
        return EpicHal.ok(query.page(
                EpicCatalog.ACTIVITY_CODES, "activityCodes", row -> linked(row, "/epic/activity/v1/codes/", request)));
    }

    @GetMapping("/activity/v1/categories")
    ResponseEntity<ObjectNode> categories(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request)
                .isOrContains("description", row -> row.path("description").asText())
                .active("active_status", row -> true);
        return EpicHal.ok(query.page(
                EpicCatalog.CATEGORIES,
                "activityCategories",
                row -> linked(row, "/epic/activity/v1/categories/", request).put("status", true)));
    }

    /** Seen in a client. */
    @GetMapping("/attachment-folder/v1/attachment-folders")
    ResponseEntity<ObjectNode> folders(HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        query.given("accountTypes");
        query.also("embed", "parentFolder");
        return EpicHal.ok(query.page(
                EpicCatalog.FOLDERS,
                "attachmentFolders",
                row -> linked(row, "/epic/attachment-folder/v1/attachment-folders/", request)));
    }

    private static void search(EpicQuery query, String... fields) {
        String text = query.given("search");
        if (text != null) {
            String wanted = text.toLowerCase(Locale.ROOT);
            query.filter(row -> List.of(fields).stream()
                    .anyMatch(field ->
                            row.path(field).asText().toLowerCase(Locale.ROOT).contains(wanted)));
        }
    }

    private static ResponseEntity<ObjectNode> one(
            List<ObjectNode> list, String id, String path, HttpServletRequest request) {
        EpicQuery query = new EpicQuery(request);
        query.also("embed", "department", "profitCenter", "formCategory");
        query.check();
        return EpicHal.ok(linked(EpicCatalog.byId(list, id).orElseThrow(EpicProblem::missing), path, request));
    }

    private static ObjectNode linked(ObjectNode row, String path, HttpServletRequest request) {
        return EpicHal.link(
                SimulatorStore.answered(row),
                "self",
                request,
                path + row.path("id").asText());
    }
}
