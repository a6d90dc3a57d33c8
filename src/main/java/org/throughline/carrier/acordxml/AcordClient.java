package org.throughline.carrier.acordxml;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorDocument;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.platform.xml.XmlBroken;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlForbidden;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;
import org.throughline.platform.xml.XmlWriter;

/**
 * Sends messages to one carrier, each in an envelope of its own with the sign-on, and opens what comes back. Envelope and
 * sign-on are confirmed, as is that {@code SuppressEcho} asks the carrier not to repeat our own words to us. A refused
 * sign-on is not tried again: carriers lock a login after a few.
 */
class AcordClient {

    static final String NAMESPACE = "http://www.ACORD.org/standards/PC_Surety/ACORD1/xml/";

    private static final String SIGN_ON_REFUSED = "1740";

    private final String vendor;
    private final AcordApi api;
    private final AcordXmlProperties.Connection connection;
    private final Clock clock;

    AcordClient(String vendor, AcordApi api, AcordXmlProperties.Connection connection, Clock clock) {
        this.vendor = vendor;
        this.api = api;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * The carrier's answer.
     *
     * @throws VendorUnavailable there is none that can be used; what became of the message is unknown
     * @throws VendorContractBroken the sign-on is refused, or the answer is one that nobody can have meant
     */
    AcordReply ask(AcordMessage message) {
        XmlElement root = opened(api.send(document(message)));
        accepted(root.at("SignonRs/Status"), "our sign-on");
        accepted(root.at(message.service() + "Rs/Status"), "a message of ours");
        XmlElement answer = root.at(message.service() + "Rs/" + message.name() + "Rs")
                .orElseThrow(() -> new VendorUnavailable(vendor + " answered without a word to " + message.name()));
        Optional<String> to = answer.text("RqUID");
        if (to.isPresent() && !to.orElseThrow().equalsIgnoreCase(message.rqUid().toString())) {
            throw new VendorContractBroken(vendor + " answered to another message than the one sent");
        }
        return new AcordReply(root, answer);
    }

    private String document(AcordMessage message) {
        return XmlWriter.document("ACORD", NAMESPACE, xml -> {
            xml.element("SignonRq", () -> signOn(xml));
            xml.element(message.service() + "Rq", () -> {
                xml.text("RqUID", message.rqUid());
                xml.text("SPName", connection.serviceProvider());
                xml.element(message.name() + "Rq", () -> {
                    xml.text("RqUID", message.rqUid());
                    message.body().accept(xml);
                });
            });
        });
    }

    private void signOn(XmlWriter xml) {
        xml.element("SignonPswd", () -> {
            xml.element("CustId", () -> {
                xml.text("SPName", connection.serviceProvider());
                xml.text("CustPermId", connection.customerId());
                xml.text("CustLoginId", connection.login());
            });
            xml.element("CustPswd", () -> {
                xml.text("EncryptionTypeCd", "NONE");
                xml.text("Pswd", connection.password());
            });
        });
        xml.text("ClientDt", now());
        xml.text("CustLangPref", "en-US");
        xml.element("ClientApp", () -> {
            xml.text("Org", connection.org());
            xml.text("Name", "Throughline");
            xml.text("Version", "1.0");
        });
        xml.text("SuppressEcho", "1");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private XmlElement opened(VendorDocument document) {
        String type = document.mediaType();
        if (!type.equals("text/xml") && !type.equals("application/xml") && !type.endsWith("+xml")) {
            throw new VendorUnavailable(vendor + " answered '" + document.contentType() + "' instead of XML");
        }
        XmlElement root;
        try {
            root = XmlReading.document(document.bytes(), document.charset(), XmlLimits.MESSAGE);
        } catch (XmlForbidden hostile) {
            throw new VendorContractBroken(vendor + " answered XML that is not read: " + hostile.getMessage(), hostile);
        } catch (XmlBroken cut) {
            throw new VendorUnavailable(vendor + " answered malformed XML: " + cut.getMessage(), cut);
        }
        if (!root.name().equals("ACORD")) {
            throw new VendorContractBroken(vendor + " answered <" + root.name() + "> instead of <ACORD>");
        }
        return root;
    }

    /** A status of 0 or none is good. */
    private void accepted(Optional<XmlElement> status, String what) {
        String code = status.flatMap(found -> found.text("StatusCd")).orElse("0");
        if (code.equals("0")) {
            return;
        }
        String said = code
                + status.flatMap(found -> found.text("StatusDesc"))
                        .map(text -> ", " + text)
                        .orElse("");
        if (code.equals(SIGN_ON_REFUSED)) {
            throw new VendorContractBroken(
                    vendor + " refuses our credentials (" + said + "): have customer id, login and password checked");
        }
        throw new VendorContractBroken(vendor + " does not take " + what + " (" + said + ")");
    }
}
