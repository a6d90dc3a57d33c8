package org.throughline.servicing.certificate.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;

/** What {@code wording-support} needs to know about one wording item. */
@Service
public class WordingFacts {

    private final Certificates certificates;
    private final AgencyProfile agency;
    private final Clock clock;

    public WordingFacts(Certificates certificates, AgencyProfile agency, Clock clock) {
        this.certificates = certificates;
        this.agency = agency;
        this.clock = clock;
    }

    /** Inputs of the table for one item. */
    public record Facts(String wording, String grant, String edition, boolean contractHeld) {}

    public Facts of(String requestNumber, String item) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        Asked asked = file.asked();
        WordingItem wording = WordingItem.parse(item);
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        WordingItem.Grant grant = wording.grant(
                PoliciesShown.of(asked, file.policies(), today).get(wording.line()),
                asked.shown().holderName());
        return new Facts(wording.wording(), grant.grant(), grant.edition(), asked.contractHeld());
    }
}
