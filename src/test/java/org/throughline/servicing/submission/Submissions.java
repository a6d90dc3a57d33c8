package org.throughline.servicing.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;

/** Submissions and carriers for tests. */
public final class Submissions {

    public static final String REQUEST = "SR-2026-000123";

    private Submissions() {}

    public static Carriers carriers() {
        return new Carriers(List.of(
                new Carrier(
                        "BMC",
                        "Blue Mesa",
                        "service@bluemesa.example",
                        "https://portal.bluemesa.example",
                        List.of("bluemesa.example"),
                        List.of(new Carrier.Company("99112", "Blue Mesa Casualty Company"))),
                new Carrier("SRM", "Summit Ridge Mutual", "", "", List.of("summitridge.example"), List.of())));
    }

    /** An additional insured on Okafor's general liability policy at Blue Mesa. */
    public static Submission gulfton(CarrierChannel channel) {
        return new Submission(
                "BMC",
                CarrierOperation.POLICY_CHANGE,
                channel,
                "BMC-GL-0448213",
                "99112",
                "GL",
                "TX",
                "Okafor Plumbing & Drain, LLC",
                LocalDate.of(2026, 12, 1),
                "The lease asks for it <today>.",
                List.of(new Change(
                        Change.Action.ADD,
                        Change.Subject.ADDITIONAL_INSURED,
                        "Gulfton Apartments LP",
                        Map.of("form", "CG 20 10", "city", "Houston"))),
                Map.of("requestedBy", "Denise Okafor"),
                null);
    }

    public static CarrierSubmission planned(String id, CarrierChannel channel, Instant at) {
        return new CarrierSubmission(
                id,
                REQUEST,
                channel == CarrierChannel.PORTAL ? null : REQUEST + "-" + id,
                gulfton(channel),
                SubmissionState.PLANNED,
                null,
                null,
                null,
                at,
                null,
                null);
    }

    static CarrierSubmission submitted(String id, CarrierChannel channel, Instant at) {
        CarrierSubmission planned = planned(id, channel, at);
        return new CarrierSubmission(
                id,
                REQUEST,
                planned.reference(),
                planned.submission(),
                SubmissionState.WAITING,
                null,
                null,
                null,
                at,
                at,
                null);
    }
}
