package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The SOAP upload of leads: a file of applicant data in an envelope with the login makes a prospect. Operation and
 * envelope are documented, the shape of its answer is assumed.
 */
@Hidden
@RestController
@Profile("sandbox")
class EzLynxUploadController {

    private static final String ACTION = "http://tempuri.org/UploadFile";

    private final EzLynxRecords records;
    private final EzLynxSandboxProperties properties;
    private final EzLynxLogins logins;
    private final Simulator simulator;

    EzLynxUploadController(
            EzLynxRecords records, EzLynxSandboxProperties properties, EzLynxLogins logins, Simulator ezLynxSimulator) {
        this.records = records;
        this.properties = properties;
        this.logins = logins;
        this.simulator = ezLynxSimulator;
    }

    @PostMapping("/sandbox/ezlynx/ezlynxwebservice/ezlynxfileupload.asmx")
    ResponseEntity<String> upload(
            @RequestHeader(name = "SOAPAction", required = false) @Nullable String action,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        if (action == null || !action.replace("\"", "").equals(ACTION)) {
            return fault("Server did not recognize the value of HTTP Header SOAPAction.");
        }
        Document envelope = parsed(body);
        boolean known = properties.user().equals(text(envelope, "Username"))
                && properties.password().equals(text(envelope, "Password"))
                && logins.knowsUser(text(envelope, "AccountUsername"));
        if (!known) {
            return fault("The account is not known.");
        }
        String encoded = text(envelope, "FileData").replaceAll("\\s", "");
        ObjectNode row = applicant(parsed(decoded(encoded)));
        boolean half = simulator.halfWritten();
        if (half) {
            row.putObject("CurrentAddress");
        }
        simulator.mark(
                row, "OTHER", EzLynxEdge.asCalled(request), row.path("LastName").asText(), !half);
        records.insert(Kind.APPLICANT, row.path("_id").asText(), row);
        return xml(
                200,
                "<UploadFileResponse xmlns=\"http://tempuri.org/\"><EZLynxUploadResponse>"
                        + "<UploadResponse Succeeded=\"true\" ApplicantID=\""
                        + row.path("_id").asText() + "\"/></EZLynxUploadResponse></UploadFileResponse>");
    }

    private ObjectNode applicant(Document file) {
        String lastName = text(file, "LastName");
        if (lastName.isEmpty()) {
            throw new Refused(400, "The file has no applicant.");
        }
        long id = records.next(Kind.APPLICANT);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("Id", id);
        row.put("ApplicantType", "Prospect");
        row.put("FirstName", text(file, "FirstName"));
        row.put("LastName", lastName);
        row.putNull("BusinessName");
        row.put("Email", text(file, "Email"));
        row.put("AssignedTo", properties.accountUsername());
        ObjectNode address = row.putObject("CurrentAddress");
        address.put("AddressLine1", text(file, "Addr1"));
        address.put("City", text(file, "City"));
        address.put("State", text(file, "StateCode"));
        address.put("Zip", text(file, "Zip5"));
        row.putObject("CoApplicant");
        return row;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new Refused(400, "FileData is not base64.");
        }
    }

    /** Without definitions, so without entities. */
    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException broken) {
            throw new Refused(400, "The XML cannot be read.");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text of the first element of this name. */
    private static String text(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return found.item(0) instanceof Element element
                ? element.getTextContent().strip()
                : "";
    }

    private static ResponseEntity<String> fault(String reason) {
        return xml(
                500,
                "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>" + reason + "</faultstring></soap:Fault>");
    }

    private static ResponseEntity<String> xml(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_XML)
                .body("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>" + body
                        + "</soap:Body></soap:Envelope>");
    }
}
