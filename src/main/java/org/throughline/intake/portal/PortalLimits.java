package org.throughline.intake.portal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** How often the same browser, and the same e-mail address, may use the page. Each node counts for itself. */
@Component
public class PortalLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final Throttle sendersCalls;
    private final Throttle codeCalls;
    private final Throttle submissions;
    private final Throttle codes;

    PortalLimits(PortalProperties properties, Clock clock) {
        this.clock = clock;
        this.sendersCalls = new Throttle(properties.callsAnHour(), HOUR);
        this.codeCalls = new Throttle(properties.callsAnHour(), HOUR);
        this.submissions = new Throttle(properties.submissionsAnHour(), HOUR);
        this.codes = new Throttle(properties.codesAnHour(), HOUR);
    }

    /** Counts something sent, right or wrong, by this client address. */
    public boolean allowsSending(String clientAddress) {
        return sendersCalls.allow(network(clientAddress), clock.instant());
    }

    /** Counts a submission that names this e-mail address. */
    public boolean allowsSubmission(String email) {
        return submissions.allow(email, clock.instant());
    }

    /** Counts a code asked for or tried by this client address. */
    public boolean allowsCodeCall(String clientAddress) {
        return codeCalls.allow(network(clientAddress), clock.instant());
    }

    /** Counts a code asked for at this e-mail address, whether it belongs to a request or not. */
    public boolean allowsCode(String email) {
        return codes.allow(email, clock.instant());
    }

    /** One household has a whole network of the newer kind of addresses. */
    private static String network(String clientAddress) {
        try {
            InetAddress address = InetAddress.getByName(clientAddress);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : clientAddress;
        } catch (UnknownHostException noLiteral) {
            return "unknown: " + noLiteral.getMessage();
        }
    }
}
