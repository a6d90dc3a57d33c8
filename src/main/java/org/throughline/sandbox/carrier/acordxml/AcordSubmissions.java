package org.throughline.sandbox.carrier.acordxml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.Arrival;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Underwriting;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Takes what is submitted, each {@code RqUID} once: a repeat has no second effect and is answered with how the first stands
 * now. That carriers do so is assumed; the standard has an error code for it, {@code DuplicateRqUID}, and leaves the rest to
 * them. Under the fault {@code half-written} only the receipt is kept, which a repeat makes whole.
 */
@Component
@Profile("sandbox")
class AcordSubmissions {

    private final CarrierStore store;
    private final Underwriting underwriting;
    private final Simulator simulator;
    private final AcordPolicyWriter policies;
    private final AcordStatuses statuses;

    AcordSubmissions(
            CarrierStore store,
            Underwriting underwriting,
            Simulator carrierSimulator,
            AcordPolicyWriter policies,
            AcordStatuses statuses) {
        this.store = store;
        this.underwriting = underwriting;
        this.simulator = carrierSimulator;
        this.policies = policies;
        this.statuses = statuses;
    }

    /**
     * The answer to a submission.
     *
     * @param priced whether only the price is wanted
     */
    AcordMessages.Answer take(
            String rqUid, String message, CarrierAsk ask, boolean priced, HttpServletRequest request) {
        // Nothing is decided on between the look at what is known and what is made of it.
        synchronized (underwriting) {
            Kind kind = Underwriting.kind(ask.operation());
            Optional<ObjectNode> known = job(kind, ask.carrier(), rqUid);
            if (known.isPresent() && JobStatus.of(known.orElseThrow()) != JobStatus.DRAFT) {
                return answer(kind, again(kind, known.orElseThrow(), request));
            }
            ObjectNode job = known.map(ObjectNode::deepCopy).orElseGet(() -> underwriting.open(ask));
            job.put("rqUid", rqUid);
            job.put("message", "");
            job.put("acord", message);
            return answer(kind, taken(kind, job, ask, priced, request));
        }
    }

    private ObjectNode taken(Kind kind, ObjectNode job, CarrierAsk ask, boolean priced, HttpServletRequest request) {
        Arrival arrival = Arrival.by(request, !simulator.halfWritten());
        if (simulator.halfWritten()) {
            keep(kind, job, arrival, ask);
            return job;
        }
        underwriting.quote(job);
        if (!priced) {
            return underwriting.decide(job, arrival, Duration.ZERO);
        }
        job.put("quote", ask.carrier() + "-Q-" + job.path("number").asText());
        keep(kind, job, arrival, ask);
        return job;
    }

    private void keep(Kind kind, ObjectNode job, Arrival arrival, CarrierAsk ask) {
        arrival.mark(simulator, job, "OTHER", ask.reference() + " " + ask.text());
        store.save(kind, job);
    }

    /** Counts the call on the record that it would otherwise have made again. */
    private ObjectNode again(Kind kind, ObjectNode job, HttpServletRequest request) {
        ObjectNode counted = job.deepCopy();
        String text =
                job.path("reference").asText() + " " + job.path("description").asText();
        simulator.mark(counted, job.path("_operation").asText(), request, text, true);
        counted.set("_at", job.path("_at"));
        store.save(kind, counted);
        return counted;
    }

    private Optional<ObjectNode> job(Kind kind, String carrier, String rqUid) {
        underwriting.settle();
        return store.of(kind, carrier).stream()
                .filter(job -> job.path("rqUid").asText().equals(rqUid))
                .findFirst();
    }

    /** What has come over this channel under a reference of the agency's, each with the name of its message. */
    void earlier(XmlWriter xml, String carrier, String reference) {
        underwriting.settle();
        store.of(Kind.JOB, carrier).stream()
                .filter(job -> job.path("reference").asText().equals(reference) && job.has("rqUid"))
                .filter(job -> JobStatus.of(job) != JobStatus.DRAFT)
                .forEach(job -> xml.element(job.path("acord").asText().replaceFirst("Rq$", "Rs"), () -> {
                    xml.text("RqUID", job.path("rqUid").asText());
                    answer(Kind.JOB, job).write(xml);
                }));
    }

    private AcordMessages.Answer answer(Kind kind, ObjectNode job) {
        return xml -> {
            switch (JobStatus.of(job)) {
                case ISSUED -> issued(xml, kind, job);
                case QUOTED -> quoted(xml, job);
                default -> statuses.undone(xml, job);
            }
        };
    }

    private void quoted(XmlWriter xml, ObjectNode job) {
        head(xml, job, job.path("quote").asText());
        statuses.success(xml);
        policies.changed(xml, job);
    }

    private void issued(XmlWriter xml, Kind kind, ObjectNode job) {
        if (kind == Kind.CLAIM) {
            head(xml, job, "");
            statuses.success(xml);
            xml.element("ClaimsOccurrence", () -> policies.claim(xml, job));
            return;
        }
        head(xml, job, job.path("endorsement").asText());
        policies.status(xml, job);
        policies.changed(xml, job);
    }

    private void head(XmlWriter xml, ObjectNode job, String number) {
        xml.text("TransactionResponseDt", simulator.iso());
        xml.element("ItemIdInfo", () -> {
            xml.text("AgencyId", job.path("reference").asText());
            xml.text("InsurerId", number);
        });
        xml.text("TransactionEffectiveDt", job.path("effective").asText());
    }
}
