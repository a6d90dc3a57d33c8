package org.throughline.intake.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.mail.AttachmentReader;
import org.throughline.intake.mail.Spool;
import org.throughline.intake.portal.PortalLimits;
import org.throughline.intake.portal.PortalProperties;
import org.throughline.intake.portal.PortalSubmissions;
import org.throughline.intake.portal.PortalSubmissions.Sent;
import org.throughline.intake.portal.ServiceAsk;
import org.throughline.platform.AgencyProfile;

/** The form with which a client asks for service, and the page that shows what became of it. */
@Controller
class AskController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final long REQUEST_LIMIT = 60L * 1024 * 1024;

    private final PortalSubmissions submissions;
    private final PortalLimits limits;
    private final PortalPages pages;
    private final PortalProperties properties;
    private final AttachmentReader reader;
    private final AgencyProfile agency;
    private final Clock clock;
    private final AskForm.Bounds bounds;

    AskController(
            PortalSubmissions submissions,
            PortalLimits limits,
            PortalPages pages,
            PortalProperties properties,
            IntakeProperties intake,
            AttachmentReader reader,
            AgencyProfile agency,
            Clock clock) {
        this.submissions = submissions;
        this.limits = limits;
        this.pages = pages;
        this.properties = properties;
        this.reader = reader;
        this.agency = agency;
        this.clock = clock;
        this.bounds = new AskForm.Bounds(
                intake.attachmentLimit().toBytes(),
                Math.min(intake.messageLimit().toBytes(), REQUEST_LIMIT),
                properties.files());
    }

    /** What a script is told: where to go on, or what is wrong. */
    record Answer(String location, Map<String, String> errors, String sentence) {}

    @GetMapping({"/portal", "/portal/"})
    ResponseEntity<String> form() {
        return page(HttpStatus.OK, pages.ask(new AskForm(Map.of()), bounds));
    }

    @PostMapping(path = "/portal")
    ResponseEntity<?> send(HttpServletRequest request) throws IOException {
        if (!limits.allowsSending(request.getRemoteAddr())) {
            return tooMany(request);
        }
        AskForm form = new AskForm(fields(request));
        List<MultipartFile> files = files(request);
        ServiceAsk ask = form.check(LocalDate.now(clock.withZone(agency.timeZone())), files, bounds);
        if (!form.errors().isEmpty()) {
            return wantsJson(request)
                    ? ResponseEntity.unprocessableEntity()
                            .body(new Answer("", form.errors().sentences(), ""))
                    : page(HttpStatus.UNPROCESSABLE_ENTITY, pages.ask(form, bounds));
        }
        return limits.allowsSubmission(ask.email()) ? accepted(request, ask, files) : tooMany(request);
    }

    private ResponseEntity<?> accepted(HttpServletRequest request, ServiceAsk ask, List<MultipartFile> files)
            throws IOException {
        Sent sent;
        try (Spool spool = new Spool()) {
            List<AttachmentReader.Read> read = new ArrayList<>();
            for (MultipartFile file : files) {
                read.add(read(file, spool));
            }
            sent = submissions.send(ask, read);
        }
        String location = "/portal/sent/" + sent.itemId();
        String cookie =
                PortalCookies.set(request, ticketName(sent.itemId()), sent.token(), properties.ticketLifetime());
        return wantsJson(request)
                ? ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie).body(new Answer(location, Map.of(), ""))
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(location))
                        .header(HttpHeaders.SET_COOKIE, cookie)
                        .build();
    }

    private AttachmentReader.Read read(MultipartFile file, Spool spool) throws IOException {
        String type = file.getContentType() == null ? "" : String.valueOf(file.getContentType());
        try (InputStream in = file.getInputStream()) {
            return reader.read(
                    FileNames.shown(file),
                    type.isBlank() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                    spool.write(in, bounds.fileLimit()));
        }
    }

    @GetMapping("/portal/sent/{item}")
    ResponseEntity<String> sent(@PathVariable("item") String itemId, HttpServletRequest request) {
        return progress(itemId, request)
                .map(progress -> page(HttpStatus.OK, pages.sent(itemId, progress)))
                .orElseGet(() -> page(
                        HttpStatus.NOT_FOUND,
                        pages.message(
                                "This page is shown only to who sent the message",
                                "With the request number from our e-mail you can see the status of your request.",
                                "/portal/status",
                                "Check a request")));
    }

    @GetMapping("/portal/sent/{item}/progress")
    ResponseEntity<ProgressAnswer> becameOf(@PathVariable("item") String itemId, HttpServletRequest request) {
        return progress(itemId, request)
                .map(progress -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ProgressAnswer.of(itemId, progress)))
                .orElse(ResponseEntity.notFound().build());
    }

    private Optional<PortalSubmissions.Progress> progress(String itemId, HttpServletRequest request) {
        return PortalCookies.get(request, ticketName(itemId)).flatMap(token -> submissions.progress(itemId, token));
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<?> unreadable(HttpServletRequest request) {
        String sentence = "The files are larger than " + FileNames.size(bounds.totalLimit())
                + " together, or they did not arrive whole. Send some of them in a second request.";
        return refused(request, HttpStatus.PAYLOAD_TOO_LARGE, "That is too much for one request", sentence);
    }

    private ResponseEntity<?> tooMany(HttpServletRequest request) {
        return refused(
                request,
                HttpStatus.TOO_MANY_REQUESTS,
                "That was a lot in a short time",
                "Please wait a while before you send more, or call us at " + agency.phone() + ".");
    }

    private ResponseEntity<?> refused(HttpServletRequest request, HttpStatus status, String title, String sentence) {
        return wantsJson(request)
                ? ResponseEntity.status(status).body(new Answer("", Map.of(), sentence))
                : page(status, pages.message(title, sentence, "/portal", "Back to the form"));
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }

    private static List<MultipartFile> files(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest parts
                ? parts.getFiles("files").stream()
                        .filter(file -> !FileNames.isNone(file))
                        .toList()
                : List.of();
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static String ticketName(String itemId) {
        return "portal-" + itemId;
    }

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
