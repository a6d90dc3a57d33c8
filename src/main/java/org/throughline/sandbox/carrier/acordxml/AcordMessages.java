package org.throughline.sandbox.carrier.acordxml;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.CarrierAsk;

/** Deals with a message by its name. */
@Component
@Profile("sandbox")
class AcordMessages {

    private final AcordSignOn signOn;
    private final AcordAsks asks;
    private final AcordSubmissions submissions;
    private final AcordInquiries inquiries;

    AcordMessages(AcordSignOn signOn, AcordAsks asks, AcordSubmissions submissions, AcordInquiries inquiries) {
        this.signOn = signOn;
        this.asks = asks;
        this.submissions = submissions;
        this.inquiries = inquiries;
    }

    /** What stands in an answer after its {@code RqUID}. */
    interface Answer {

        void write(XmlWriter xml);

        /** Further answers that the carrier puts beside this one; usually none. */
        default void beside(XmlWriter xml) {}
    }

    /** @throws AcordRefusal the message is not dealt with */
    Answer take(String carrier, XmlElement message, HttpServletRequest request) {
        String rqUid = rqUid(message);
        if (message.name().equals("PolicySyncRq")) {
            return inquiries.policy(carrier, message);
        }
        if (message.name().equals("LossRunInqRq")) {
            return inquiries.losses(carrier, message);
        }
        if (message.name().equals("BillingInqRq")) {
            return inquiries.billing(carrier, message);
        }
        Optional<CarrierAsk> ask = asks.read(carrier, message);
        if (ask.isEmpty()) {
            throw new AcordRefusal("Unsupported", "This carrier does not take " + message.name());
        }
        if (!signOn.isOfTheProducer(message)) {
            throw AcordRefusal.wrong("Producer/ProducerInfo/ContractNumber", "The producer is not known");
        }
        return submissions.take(rqUid, message.name(), ask.orElseThrow(), asks.onlyPriced(message), request);
    }

    private static String rqUid(XmlElement message) {
        return message.text("RqUID")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .orElseThrow(() -> new AcordRefusal("InvalidRqUID", "RqUID is no UUID"));
    }
}
