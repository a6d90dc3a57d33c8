package org.throughline.servicing.certificate.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;

/**
 * Reads client and policies from the agency management system as they are now, and keeps them with the certificate that
 * is being made. Once a version has gone out, the next reading begins a new version.
 */
@Service
public class ReadClientAndPolicies {

    private final AmsClients clients;
    private final AmsPolicies policies;
    private final Certificates certificates;
    private final AgencyProfile agency;
    private final Clock clock;

    public ReadClientAndPolicies(
            AmsClients clients, AmsPolicies policies, Certificates certificates, AgencyProfile agency, Clock clock) {
        this.clients = clients;
        this.policies = policies;
        this.certificates = certificates;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * What the decision tables need.
     *
     * @param limits inputs of {@code certificate-limits}
     * @param wordingItems wording by line, {@code WAIVER_OF_SUBROGATION:AUTO}
     * @param propertyQuestions questions of {@code property-check} with their facts; empty for liability
     */
    public record Facts(
            boolean stateFormAsked,
            String holderInterest,
            String propertyKind,
            Map<String, Long> limits,
            List<String> wordingItems,
            List<String> propertyQuestions) {}

    /**
     * Reads and keeps them.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable if the system cannot be reached; try again later
     */
    @Transactional
    public Facts read(Asked asked) {
        Client client =
                asked.clientId() == null ? null : clients.find(asked.clientId()).orElse(null);
        List<Policy> held = client == null
                ? List.of()
                : ConfirmedLimits.parse(asked.shown().confirmedLimits()).on(policies.ofClient(client.id()));
        keep(asked, client, held);
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        Map<String, Policy> shown = PoliciesShown.of(asked, held, today);
        PropertyShown property = PropertyShown.of(asked.shown(), held, today);
        return new Facts(
                asked.flags().contains("STATE_FORM_REQUESTED"),
                asked.aboutProperty() && property.lender() ? "LENDER" : "NONE",
                asked.aboutProperty() ? propertyKind(property, held) : "NONE",
                LimitFacts.of(asked.limits(), shown),
                WordingItem.of(asked.shown().wording(), shown.keySet()).stream()
                        .map(WordingItem::text)
                        .toList(),
                asked.aboutProperty()
                        ? PropertyQuestions.texts(PropertyQuestions.of(asked, client, property))
                        : List.of());
    }

    private void keep(Asked asked, @Nullable Client client, List<Policy> held) {
        Optional<CertificateFile> latest = certificates.latest(asked.requestNumber());
        if (latest.isPresent() && latest.get().status() == Status.DRAFT) {
            certificates.update(latest.get().read(asked, client, held));
            return;
        }
        certificates.add(new CertificateFile(
                UUID.randomUUID().toString(),
                asked.requestNumber(),
                latest.map(CertificateFile::version).orElse(0) + 1,
                Status.DRAFT,
                "",
                asked,
                client,
                held,
                null,
                List.of(),
                null,
                null));
    }

    private static String propertyKind(PropertyShown property, List<Policy> held) {
        if (property.policy() != null) {
            return property.residential() ? "RESIDENTIAL" : "COMMERCIAL";
        }
        if (held.stream().anyMatch(policy -> policy.lines().contains("HOME"))) {
            return "RESIDENTIAL";
        }
        return held.stream().anyMatch(PropertyShown::insuresProperty) ? "COMMERCIAL" : "NONE";
    }
}
