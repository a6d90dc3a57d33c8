package org.throughline.sandbox.carrier.acordxml;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.platform.xml.XmlBroken;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.ValidationFailed;

/** One address a carrier. Whatever is wrong is said in the document that is answered, under HTTP 200. */
@Hidden
@RestController
@Profile("sandbox")
class AcordController {

    private static final String NAMESPACE = "http://www.ACORD.org/standards/PC_Surety/ACORD1/xml/";
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private final AcordCarriers carriers;
    private final AcordSignOn signOn;
    private final AcordMessages messages;
    private final AcordStatuses statuses;

    AcordController(AcordCarriers carriers, AcordSignOn signOn, AcordMessages messages, AcordStatuses statuses) {
        this.carriers = carriers;
        this.signOn = signOn;
        this.messages = messages;
        this.statuses = statuses;
    }

    @PostMapping(
            path = "/sandbox/carrier/{carrier}/acord",
            consumes = {"text/xml", "application/xml"})
    ResponseEntity<byte[]> take(
            @PathVariable("carrier") String carrier,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        if (!carriers.codes().contains(carrier)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No carrier takes ACORD XML here");
        }
        byte[] bytes =
                answer(carrier, body == null ? new byte[0] : body, request).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(XML).body(bytes);
    }

    private String answer(String carrier, byte[] body, HttpServletRequest request) {
        XmlElement document;
        try {
            Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
            document = XmlReading.document(body, charset == null ? null : charset.name(), XmlLimits.MESSAGE);
        } catch (XmlBroken broken) {
            return signOnAlone(AcordStatuses.GENERAL_ERROR, "The document cannot be read: " + broken.getMessage());
        }
        if (!document.name().equals("ACORD")) {
            return signOnAlone(AcordStatuses.GENERAL_ERROR, "The document is no ACORD document");
        }
        if (!signOn.admits(document)) {
            return signOnAlone(AcordStatuses.SIGN_ON_REFUSED, "The customer could not be authenticated");
        }
        return XmlWriter.document("ACORD", NAMESPACE, xml -> {
            statuses.signOn(xml, AcordStatuses.GOOD, "Success");
            document.children().stream()
                    .filter(service -> service.name().endsWith("SvcRq"))
                    .forEach(service -> service(xml, carrier, service, request));
        });
    }

    private String signOnAlone(String code, String words) {
        return XmlWriter.document("ACORD", NAMESPACE, xml -> statuses.signOn(xml, code, words));
    }

    private void service(XmlWriter xml, String carrier, XmlElement service, HttpServletRequest request) {
        xml.element(answering(service.name()), () -> {
            xml.text("RqUID", service.text("RqUID").orElse(null));
            service.children().stream()
                    .filter(message -> message.name().endsWith("Rq"))
                    .forEach(message -> message(xml, carrier, message, request));
        });
    }

    private void message(XmlWriter xml, String carrier, XmlElement message, HttpServletRequest request) {
        AcordMessages.Answer answer;
        try {
            answer = messages.take(carrier, message, request);
        } catch (AcordRefusal refused) {
            answer = statuses.refusal(refused);
        } catch (ValidationFailed invalid) {
            answer = statuses.refusal(AcordRefusal.wrong(message.name(), String.valueOf(invalid.getMessage())));
        }
        AcordMessages.Answer given = answer;
        xml.element(answering(message.name()), () -> {
            xml.text("RqUID", message.text("RqUID").orElse(null));
            given.write(xml);
        });
        answer.beside(xml);
    }

    private static String answering(String name) {
        return name.substring(0, name.length() - 1) + "s";
    }
}
