package org.throughline.intake.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.throughline.intake.portal.AskKind;
import org.throughline.intake.portal.PortalProperties;
import org.throughline.intake.portal.PortalSubmissions.Progress;
import org.throughline.intake.portal.RequestStatus;
import org.throughline.intake.portal.RequestStatus.Delivered;
import org.throughline.intake.portal.Stage;
import org.throughline.platform.AgencyProfile;

/** Draws the pages of the portal. */
@Component
class PortalPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a z", Locale.US);
    private static final Set<Stage> OVER =
            Set.of(Stage.NOT_POSSIBLE, Stage.WITHDRAWN, Stage.KNOWN, Stage.NOTHING_TO_DO);

    private final Templates templates = new Templates("portal/portal.html");
    private final String assets = assets();
    private final AgencyProfile agency;
    private final PortalProperties properties;
    private final Clock clock;

    PortalPages(AgencyProfile agency, PortalProperties properties, Clock clock) {
        this.agency = agency;
        this.properties = properties;
        this.clock = clock;
    }

    /** The form, empty or with what was typed and what is wrong with it. */
    String ask(AskForm form, AskForm.Bounds bounds) {
        Map<String, Object> values =
                fields(form.fields(), form.errors(), "text", "policyNumber", "neededBy", "name", "email", "phone");
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        values.put("error.files", form.errors().of("files"));
        values.put("invalid.files", !form.errors().of("files").isEmpty());
        values.put("problems", problems(form.errors()));
        values.put("submissionId", form.submissionId());
        values.put("phone", agency.phone());
        values.put("today", today);
        values.put("lastDay", today.plusYears(2));
        values.put("fileLimit", bounds.fileLimit());
        values.put("totalLimit", bounds.totalLimit());
        values.put("fileLimitWords", FileNames.size(bounds.fileLimit()));
        values.put("totalLimitWords", FileNames.size(bounds.totalLimit()));
        values.put("mostFiles", bounds.files());
        values.put("mostText", AskForm.MOST_TEXT);
        values.put("kinds", kinds(form.fields().line("kind")));
        values.put("trap", trap(form));
        return page("Ask for service", "ask", values, true, Html.NONE);
    }

    private Html kinds(String chosen) {
        return Html.of(Arrays.stream(AskKind.values())
                .map(kind -> templates.fill(
                        "option",
                        Map.of(
                                "value", kind.name(),
                                "selected", new Html(kind.name().equals(chosen) ? " selected" : ""),
                                "label", kind.label())))
                .toList());
    }

    /** Out of sight until somebody's browser has filled it in: then the person must be able to empty it. */
    private Html trap(AskForm form) {
        boolean sprung = !form.errors().of("website").isEmpty();
        return templates.fill(
                "trap",
                Map.of(
                        "trapClass",
                        sprung ? "field" : "trap",
                        "trapHidden",
                        new Html(sprung ? "" : " aria-hidden=\"true\""),
                        "trapTab",
                        new Html(sprung ? "" : " tabindex=\"-1\""),
                        "error.website",
                        form.errors().of("website"),
                        "value.website",
                        form.fields().line("website")));
    }

    String sent(String itemId, Progress progress) {
        boolean open = !progress.requests().isEmpty();
        Html refresh = open ? Html.NONE : templates.fill("refresh", Map.of());
        return page(
                "We have it",
                "sent",
                Map.of(
                        "item",
                        itemId,
                        "open",
                        open,
                        "progress",
                        progress(itemId, progress),
                        "statusQuery",
                        open ? "?number=" + progress.requests().get(0) : ""),
                true,
                refresh);
    }

    private Html progress(String itemId, Progress progress) {
        ProgressAnswer answer = ProgressAnswer.of(itemId, progress);
        return templates.fill(
                "progress-" + answer.stage(),
                Map.of(
                        "words", answer.words(),
                        "copy", answer.copy(),
                        "numbers",
                                Html.of(answer.requests().stream()
                                        .map(number -> templates.fill("number", Map.of("number", number)))
                                        .toList())));
    }

    String find(FormFields fields, FormErrors errors) {
        Map<String, Object> values = fields(fields, errors, "number", "email");
        values.put("problems", problems(errors));
        return page("Check a request", "find", values, false, Html.NONE);
    }

    String code(FormFields fields, FormErrors errors) {
        Map<String, Object> values = fields(fields, errors, "number", "email", "code");
        values.put("problems", problems(errors));
        values.put("phone", agency.phone());
        values.put("minutes", properties.codeLifetime().toMinutes());
        return page("Enter the code", "code", values, false, Html.NONE);
    }

    String status(RequestStatus request) {
        OffsetDateTime closed = request.closedAt();
        return page(
                "Request " + request.number(),
                "status",
                Map.of(
                        "number", request.number(),
                        "subject", request.subject(),
                        "headline", request.stage().headline(),
                        "sentence", request.stage().sentence(),
                        "stageClass", stageClass(request.stage()),
                        "opened", time(request.openedAt()),
                        "closed", closed == null ? Html.NONE : templates.fill("closed", Map.of("at", time(closed))),
                        "delivered", delivered(request.delivered()),
                        "coverage",
                                request.stage() == Stage.WITH_THE_CARRIER
                                        ? Html.NONE
                                        : templates.fill("no-coverage", Map.of())),
                false,
                Html.NONE);
    }

    private static String stageClass(Stage stage) {
        return OVER.contains(stage)
                ? "over"
                : stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Html delivered(List<Delivered> documents) {
        if (documents.isEmpty()) {
            return templates.fill("nothing-delivered", Map.of());
        }
        List<Html> rows = documents.stream()
                .map(document -> templates.fill(
                        "document",
                        Map.of(
                                "filename", document.filename(),
                                "whom",
                                        document.toReader()
                                                ? "Sent to you"
                                                : "Sent to the address named in your request",
                                "at", time(document.at()))))
                .toList();
        return templates.fill("documents", Map.of("list", Html.of(rows)));
    }

    /** A page that says one thing and leads on. */
    String message(String title, String sentence, String link, String linkWords) {
        return page(
                title,
                "message",
                Map.of("title", title, "sentence", sentence, "link", link, "linkWords", linkWords),
                link.equals("/portal"),
                Html.NONE);
    }

    private static Map<String, Object> fields(FormFields fields, FormErrors errors, String... names) {
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            values.put("value." + name, fields.text(name));
            values.put("error." + name, errors.of(name));
            values.put("invalid." + name, !errors.of(name).isEmpty());
        }
        return values;
    }

    private Html problems(FormErrors errors) {
        List<Html> list = errors.sentences().entrySet().stream()
                .map(error -> templates.fill("problem", Map.of("field", error.getKey(), "sentence", error.getValue())))
                .toList();
        return templates.fill(
                "problems",
                Map.of(
                        "title",
                        "Please put this right",
                        "hidden",
                        new Html(errors.isEmpty() ? " hidden" : ""),
                        "list",
                        Html.of(list)));
    }

    private String page(String title, String part, Map<String, Object> values, boolean asking, Html head) {
        AgencyProfile.PostalAddress address = agency.address();
        Html current = templates.fill("current", Map.of());
        Map<String, Object> frame = new HashMap<>();
        frame.put("title", title);
        frame.put("head", head);
        frame.put("assets", assets);
        frame.put("askCurrent", asking ? current : Html.NONE);
        frame.put("statusCurrent", asking ? Html.NONE : current);
        frame.put("content", templates.fill(part, values));
        frame.put("agency", agency.tradeName());
        frame.put("legalName", agency.legalName());
        frame.put("phone", agency.phone());
        frame.put("license", agency.licenseNumber());
        frame.put(
                "address",
                String.join(
                        ", ",
                        Stream.of(
                                        address.line1(),
                                        address.line2() == null ? "" : address.line2(),
                                        address.city(),
                                        address.state() + " " + address.postalCode())
                                .filter(line -> !line.isBlank())
                                .toList()));
        return templates.fill(Templates.FRAME, frame).markup();
    }

    private String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(agency.timeZone()));
    }

    /** Names the version of style and script, so that a browser may keep them and still gets new ones. */
    private static String assets() {
        try {
            StringBuilder digests = new StringBuilder();
            for (String file : List.of("static/portal/portal.css", "static/portal/portal.js")) {
                try (InputStream in = new ClassPathResource(file).getInputStream()) {
                    digests.append(DigestUtils.md5DigestAsHex(in), 0, 8);
                }
            }
            return digests.toString();
        } catch (IOException missing) {
            throw new UncheckedIOException("Style or script of the portal is not on the class path", missing);
        }
    }
}
