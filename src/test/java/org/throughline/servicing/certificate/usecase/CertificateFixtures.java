package org.throughline.servicing.certificate.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyForm;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;

/** A plumbing client with general liability and workers compensation, and requests about it. */
public final class CertificateFixtures {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC);

    public static final AgencyProfile AGENCY = new Agency(
            "harborline",
            "Harborline Insurance Agency, LLC",
            "Harborline Insurance",
            new AgencyProfile.PostalAddress("1800 Harbor Loop, Suite 410", null, "Houston", "TX", "77002"),
            "(713) 555-0100",
            "(713) 555-0101",
            "TX-2200417",
            ZoneId.of("America/Chicago"),
            Map.of(DayOfWeek.MONDAY, "08:00-17:30"),
            new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", null),
            "service@harborline.example");

    private CertificateFixtures() {}

    public static Client okafor() {
        return new Client(
                "10001",
                "Okafor Plumbing & Drain, LLC",
                null,
                true,
                false,
                List.of(
                        new Client.ClientContact("Denise Okafor", "denise@okaforplumbing.example", null, true),
                        new Client.ClientContact("Books", "books@okaforplumbing.example", null, false)),
                new Client.Address("6120 Bissonnet St, Unit 4", null, "Houston", "TX", "77081"),
                "TX",
                null,
                null);
    }

    public static Policy generalLiability(PolicyForm... forms) {
        return policy(
                "BMC-GL-0448213",
                "GL",
                PolicyStatus.ACTIVE,
                Map.of(
                        "eachOccurrence", "1000000",
                        "damageToRentedPremises", "100000",
                        "medExp", "5000",
                        "personalAdvInjury", "1000000",
                        "generalAggregate", "2000000",
                        "productsCompletedOpsAggregate", "2000000",
                        "occurrenceForm", "true",
                        "aggregateAppliesPer", "POLICY"),
                List.of(forms));
    }

    public static Policy workersCompensation() {
        return policy(
                "BMC-WC-0448214",
                "WC",
                PolicyStatus.ACTIVE,
                Map.of(
                        "statutory", "true",
                        "eachAccident", "1000000",
                        "diseaseEachEmployee", "1000000",
                        "diseasePolicyLimit", "1000000"),
                List.of());
    }

    public static Policy umbrella() {
        return policy(
                "BMC-CU-0448215",
                "UMBRELLA",
                PolicyStatus.ACTIVE,
                Map.of("eachOccurrence", "2000000", "aggregate", "2000000", "followForm", "true"),
                List.of());
    }

    public static Policy policy(
            String number,
            String line,
            PolicyStatus status,
            Map<String, String> limits,
            @Nullable List<PolicyForm> forms) {
        return new Policy(
                "id-" + number,
                number,
                "10001",
                "Okafor Plumbing & Drain, LLC",
                List.of(line),
                List.of("TX"),
                LocalDate.of(2026, 6, 23),
                LocalDate.of(2027, 6, 23),
                status,
                status.name(),
                "WC".equals(line) ? "Blue Mesa Assurance Company" : "Blue Mesa Casualty Company",
                "WC".equals(line) ? "99113" : "99112",
                false,
                null,
                BigDecimal.TEN,
                Map.of(line, limits),
                forms,
                List.of());
    }

    /** The storage company's three mortgaged buildings, as a policy of the plumbing client. */
    public static Policy mortgagedProperty() {
        Policy owned = PropertyFixtures.threeBuildings();
        return PropertyFixtures.policy(
                "BMC-CP-1",
                okafor(),
                owned.lines(),
                owned.limits(),
                owned.additionalInterests().toArray(Policy.AdditionalInterest[]::new));
    }

    public static PolicyForm blanketOngoing() {
        return new PolicyForm("CG 20 10", "04 13", "GL", "ADDITIONAL_INSURED_ONGOING", true, true, List.of());
    }

    public static Asked.Shown shown(String... wording) {
        return new Asked.Shown(
                "Bayline Properties LLC",
                "4410 Harwin Dr, Suite 200, Houston, TX 77036",
                "ap@bayline.example",
                List.of("GL", "WC"),
                List.of(wording),
                "",
                "",
                Asked.Property.NONE);
    }

    public static Asked asked(Asked.Shown shown, Map<String, Long> limits, String... flags) {
        return new Asked(
                "SR-2026-000001",
                "CERT_LIABILITY",
                "10001",
                new Asked.Requester("AUTHORIZED_CONTACT", "EMAIL", "denise@okaforplumbing.example"),
                "Okafor Plumbing",
                List.of(flags),
                shown,
                limits,
                null,
                false,
                false,
                false);
    }

    public static CertificateFile file(Asked asked, Policy... policies) {
        return new CertificateFile(
                "file-1",
                asked.requestNumber(),
                1,
                Status.DRAFT,
                "",
                asked,
                okafor(),
                List.of(policies),
                null,
                List.of(),
                null,
                null);
    }

    public static Decided nothingAsked() {
        return new Decided("ACORD_25", List.of(), Map.of(), Map.of());
    }

    /** Certificates in memory. */
    public static final class InMemoryCertificates implements Certificates {

        private final Map<String, CertificateFile> files = new LinkedHashMap<>();

        void clear() {
            files.clear();
        }

        @Override
        public Optional<CertificateFile> latest(String requestNumber) {
            return ofRequest(requestNumber).stream().reduce((first, second) -> second);
        }

        @Override
        public Optional<CertificateFile> find(String requestNumber, int version) {
            return ofRequest(requestNumber).stream()
                    .filter(file -> file.version() == version)
                    .findFirst();
        }

        @Override
        public List<CertificateFile> ofRequest(String requestNumber) {
            return new ArrayList<>(files.values())
                    .stream()
                            .filter(file -> file.requestNumber().equals(requestNumber))
                            .toList();
        }

        @Override
        public void add(CertificateFile file) {
            files.put(file.id(), file);
        }

        @Override
        public void update(CertificateFile file) {
            files.put(file.id(), file);
        }
    }
}
