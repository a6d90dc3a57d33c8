package org.throughline.sandbox.carrier.acordxml;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlElement;
import org.throughline.sandbox.vendor.Fault;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Looks at the sign-on of a document. There is no session that could go stale, so the fault {@code stale-token} refuses the
 * right sign-on in passing: the first, and each sixth after it.
 */
@Component
@Profile("sandbox")
class AcordSignOn {

    private static final int REFUSED_EACH = 6;

    private final AcordSandboxProperties properties;
    private final Simulator simulator;
    private final AtomicInteger whileStale = new AtomicInteger();

    AcordSignOn(AcordSandboxProperties properties, Simulator carrierSimulator) {
        this.properties = properties;
        this.simulator = carrierSimulator;
        carrierSimulator.whenFaultChanges(fault -> whileStale.set(0));
    }

    boolean admits(XmlElement document) {
        boolean right = says(document, "CustId/CustPermId", properties.customerId())
                && says(document, "CustId/CustLoginId", properties.login())
                && says(document, "CustPswd/Pswd", properties.password());
        return right && (simulator.fault() != Fault.STALE_TOKEN || whileStale.getAndIncrement() % REFUSED_EACH != 0);
    }

    /** Whether a message comes from the producer who signed on. */
    boolean isOfTheProducer(XmlElement message) {
        return message.text("Producer/ProducerInfo/ContractNumber")
                .filter(properties.customerId()::equals)
                .isPresent();
    }

    private static boolean says(XmlElement document, String path, String right) {
        return document.text("SignonRq/SignonPswd/" + path)
                .filter(right::equals)
                .isPresent();
    }
}
