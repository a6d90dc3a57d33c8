package org.throughline.carrier.acordxml;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;

/** Submissions and settings that tests begin with. */
final class Asked {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Asked() {}

    static AcordXmlProperties.Connection connection(URI url) {
        return new AcordXmlProperties.Connection(
                url,
                "lakeshorenational.example",
                "HARBORLINE-4417",
                "harborline-throughline",
                "practice-only",
                "Harborline Insurance",
                true,
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                Duration.ofMillis(10));
    }

    static Submission change(Change... changes) {
        return of(CarrierOperation.POLICY_CHANGE, Map.of(), changes);
    }

    static Submission of(CarrierOperation operation, Map<String, String> details, Change... changes) {
        return at("LNI", "LNI-PKG-330918", "GL", operation, details, changes);
    }

    static Submission at(
            String carrier,
            String policy,
            String line,
            CarrierOperation operation,
            Map<String, String> details,
            Change... changes) {
        return new Submission(
                carrier,
                operation,
                CarrierChannel.ACORD_XML,
                policy,
                "99127",
                line,
                "OK",
                "OKC Roofing & Sheet Metal Inc",
                TODAY,
                "Please do as the insured asks",
                List.of(changes),
                details,
                null);
    }

    static Change insured(String name, String... keysAndValues) {
        return new Change(Action.ADD, Subject.ADDITIONAL_INSURED, name, values(keysAndValues));
    }

    static Map<String, String> values(String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            values.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return values;
    }
}
