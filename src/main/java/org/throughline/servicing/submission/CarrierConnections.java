package org.throughline.servicing.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.Submission;
import org.throughline.platform.vendor.VendorRejected;

/** The connections to carriers that are set up, each for a carrier and a channel. */
@Component
class CarrierConnections {

    private final List<CarrierConnection> connections;

    CarrierConnections(List<CarrierConnection> connections) {
        this.connections = List.copyOf(connections);
    }

    /** @throws VendorRejected where none is set up: another channel has to be chosen */
    CarrierConnection of(Submission submission) {
        return find(submission)
                .orElseThrow(() -> new VendorRejected("No connection of kind " + submission.channel() + " to "
                        + submission.carrier() + " is set up. Have the table Carrier channel name another, or the"
                        + " connection configured."));
    }

    /** The connection for a submission, if one is set up. */
    Optional<CarrierConnection> find(Submission submission) {
        return connections.stream()
                .filter(connection -> connection.channel() == submission.channel()
                        && connection.carrier().equals(submission.carrier()))
                .findFirst();
    }

    /** True where a machine can be asked how far the carrier is. */
    static boolean answersMachines(CarrierChannel channel) {
        return channel == CarrierChannel.API || channel == CarrierChannel.ACORD_XML;
    }
}
