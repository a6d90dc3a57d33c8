package org.throughline.sandbox.carrier.acordxml;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.vendor.Simulator;

/** Writes how things stand, of a document and of a message. */
@Component
@Profile("sandbox")
class AcordStatuses {

    static final String GOOD = "0";
    static final String GENERAL_ERROR = "100";
    static final String SIGN_ON_REFUSED = "1740";

    private static final Duration KEPT = Duration.ofDays(30);

    private final Simulator simulator;

    AcordStatuses(Simulator carrierSimulator) {
        this.simulator = carrierSimulator;
    }

    void signOn(XmlWriter xml, String code, String words) {
        xml.element("SignonRs", () -> {
            xml.element("Status", () -> {
                xml.text("StatusCd", code);
                xml.text("StatusDesc", words);
            });
            xml.text("ServerDt", simulator.iso());
            xml.text("Language", "en-US");
        });
    }

    void success(XmlWriter xml) {
        plain(xml, "Success", "");
    }

    AcordMessages.Answer refusal(AcordRefusal refused) {
        return xml -> xml.element("MsgStatus", () -> {
            xml.text("MsgStatusCd", "Error");
            xml.text("MsgErrorCd", refused.code());
            xml.text("MsgStatusDesc", refused.getMessage());
            if (!refused.path().isEmpty()) {
                xml.element("ExtendedStatus", () -> {
                    xml.text("ExtendedStatusCd", "InvalidData");
                    xml.text("ExtendedStatusDesc", refused.getMessage());
                    xml.text("MissingElementPath", refused.path());
                });
            }
        });
    }

    /** Of a job that is not issued; the standard wants nothing beside it in an answer that is still to come. */
    void undone(XmlWriter xml, JsonNode job) {
        String words = job.path("message").asText();
        switch (JobStatus.of(job)) {
            case REFERRED -> plain(xml, "Referral", words);
            case DECLINED, WITHDRAWN -> plain(xml, "Rejected", words);
            default ->
                xml.element("MsgStatus", () -> {
                    xml.text("MsgStatusCd", "ResponsePending");
                    xml.text("MsgStatusDesc", words);
                    xml.text("PendingResponseAvailDt", job.path("_decideAt").asText(simulator.iso()));
                    xml.text("PendingResponseExpDt", simulator.now().plus(KEPT).withNano(0));
                });
        }
    }

    void plain(XmlWriter xml, String code, String words) {
        xml.element("MsgStatus", () -> {
            xml.text("MsgStatusCd", code);
            xml.text("MsgStatusDesc", words);
        });
    }
}
