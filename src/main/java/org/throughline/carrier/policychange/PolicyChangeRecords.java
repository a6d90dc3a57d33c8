package org.throughline.carrier.policychange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorUnavailable;

/** Reads what one carrier has. */
class PolicyChangeRecords implements CarrierRecords {

    private final PolicyChangeApi api;
    private final PolicyChangeReader reader;
    private final String carrier;
    private final Connection connection;

    PolicyChangeRecords(PolicyChangeApi api, PolicyChangeReader reader, String carrier, Connection connection) {
        this.api = api;
        this.reader = reader;
        this.carrier = carrier;
        this.connection = connection;
    }

    @Override
    public String carrier() {
        return carrier;
    }

    @Override
    public Optional<CarrierPolicy> policy(String policyNumber) {
        return reader.policy(policyNumber).map(this::whole);
    }

    private CarrierPolicy whole(Resource policy) {
        List<String> lines =
                rows(policy.id(), "lines").stream().map(Resource::id).toList();
        Map<String, String> coverages = new LinkedHashMap<>();
        List<Change> parties = new ArrayList<>();
        for (String line : lines) {
            rows(policy.id(), "lines/" + line + "/coverages")
                    .forEach(row -> coverages.put(row.text("pattern.displayName"), terms(row)));
            rows(policy.id(), "lines/" + line + "/additional-insureds")
                    .forEach(row -> parties.add(party(Subject.ADDITIONAL_INSURED, row)));
            rows(policy.id(), "lines/" + line + "/additional-interests")
                    .forEach(row -> PolicyItems.subject(row).ifPresent(subject -> parties.add(party(subject, row))));
        }
        return new CarrierPolicy(
                policy.text("policyNumber"),
                policy.text("uwCompany.id"),
                lines.stream().findFirst().map(connection::lineCode).orElse(""),
                policy.text("primaryInsured.displayName"),
                policy.text("status.code"),
                day(policy, "periodStart"),
                day(policy, "periodEnd"),
                policy.money("totalCost"),
                coverages,
                parties);
    }

    /** A collection that the carrier has not made for a line is empty. */
    private List<Resource> rows(String policy, String collection) {
        try {
            return PolicyChangeReader.all(offset -> api.ofPolicy(policy, collection, null, offset));
        } catch (VendorNotFound none) {
            return List.of();
        }
    }

    private static Change party(Subject subject, Resource row) {
        return new Change(
                Action.ADD,
                subject,
                row.text("displayName"),
                PolicyItems.of(subject).orElseThrow().values(row, Map.of()));
    }

    private static String terms(Resource coverage) {
        String limit = coverage.text("terms.Limit.directValue");
        String deductible = coverage.text("terms.Deductible.directValue");
        if (deductible.isEmpty()) {
            return limit;
        }
        return limit.isEmpty() ? "Deductible " + deductible : limit + ", deductible " + deductible;
    }

    private static LocalDate day(Resource policy, String path) {
        LocalDate day = policy.day(path);
        if (day == null) {
            throw new VendorUnavailable("A carrier answered a policy without " + path);
        }
        return day;
    }

    @Override
    public List<CarrierDocument> documents(String policyNumber) {
        return reader.policy(policyNumber).stream()
                .flatMap(policy -> rows(policy.id(), "documents").stream())
                .map(row ->
                        new CarrierDocument(row.id(), row.text("name"), row.text("mimeType"), day(row, "dateModified")))
                .sorted(Comparator.comparing(CarrierDocument::date).reversed())
                .toList();
    }

    @Override
    public Optional<byte[]> content(String documentId) {
        try {
            String contents = api.content(documentId).resource().text("contents");
            return Optional.of(Base64.getDecoder().decode(contents));
        } catch (VendorNotFound none) {
            return Optional.empty();
        } catch (IllegalArgumentException cut) {
            throw new VendorUnavailable("Carrier " + carrier + " answered a document that is not whole", cut);
        }
    }

    @Override
    public Optional<CarrierBilling> billing(String policyNumber) {
        return api.searchBilling(Request.of(Map.of("policyNumber", policyNumber))).rows().stream()
                .filter(row -> PolicyItems.plain(row.text("policyNumber")).equals(PolicyItems.plain(policyNumber)))
                .findFirst()
                .map(row -> new CarrierBilling(
                        amount(row, "outstandingAmount"), amount(row, "pastDueAmount"), row.day("nextDueDate")));
    }

    private static BigDecimal amount(Resource row, String path) {
        return Objects.requireNonNullElse(row.money(path), BigDecimal.ZERO);
    }
}
