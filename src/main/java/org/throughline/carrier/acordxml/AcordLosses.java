package org.throughline.carrier.acordxml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.platform.xml.XmlElement;

/** The losses of a {@code LossRunInqRs}, in words and one by one. Where its days and amounts stand is partly seen. */
final class AcordLosses {

    private AcordLosses() {}

    /** The valuation day and a line for each loss, or that there is none; nothing where the carrier has not answered yet. */
    static List<String> words(XmlElement message) {
        Optional<String> asOf = message.text("LossRunInqInfo/AsOfDt").or(() -> message.text("AsOfDt"));
        if (asOf.isEmpty()) {
            return List.of();
        }
        List<String> losses =
                message.all("ClaimsOccurrence").map(AcordLosses::line).toList();
        return losses.isEmpty()
                ? List.of("No losses, valued " + asOf.orElseThrow())
                : Stream.concat(Stream.of(losses.size() + " losses, valued " + asOf.orElseThrow()), losses.stream())
                        .toList();
    }

    private static String line(XmlElement occurrence) {
        StringBuilder line = new StringBuilder(occurrence.text("LossDt").orElse("day not said"));
        occurrence
                .text("ItemIdInfo/InsurerId")
                .ifPresent(number -> line.append(" ").append(number));
        occurrence.text("ClaimStatusCd").ifPresent(status -> line.append(" ").append(status));
        occurrence.text("IncidentDesc").ifPresent(what -> line.append(": ").append(what));
        return line.toString();
    }

    /** The loss that a notice of ours with that reference has become. */
    static Optional<XmlElement> ours(XmlElement message, String reference) {
        return message.all("ClaimsOccurrence")
                .filter(loss -> loss.text("ItemIdInfo/AgencyId")
                        .filter(reference::equals)
                        .isPresent())
                .findFirst();
    }
}
