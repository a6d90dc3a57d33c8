package org.throughline.servicing.certificate.usecase;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;

/** A storage company with three mortgaged buildings, a homeowner with a mortgage, and requests about them. */
public final class PropertyFixtures {

    private PropertyFixtures() {}

    static Client dunmore() {
        return client("10004", "Dunmore Storage LLC", true, "701 Foundry St", "Dayton", "OH", "45402");
    }

    static Client brandt() {
        return client("20004", "Hannah Brandt", false, "64 Kimberly Ave", "Asheville", "NC", "28804");
    }

    private static Client client(
            String id, String name, boolean commercial, String street, String city, String state, String zip) {
        return new Client(
                id,
                name,
                null,
                commercial,
                false,
                List.of(new Client.ClientContact("Owner", "owner@client.example", null, true)),
                new Client.Address(street, null, city, state, zip),
                state,
                null,
                null);
    }

    /** Three buildings, the third at actual cash value; First Valley Bank is mortgagee. */
    static Policy threeBuildings() {
        Map<String, String> limits = new LinkedHashMap<>();
        building(limits, 1, "701 Foundry St, Dayton OH 45402", "Building 1, storage", "1450000", "0");
        building(limits, 2, "703 Foundry St, Dayton OH 45402", "Building 2, storage", "1210000", "0");
        building(limits, 3, "705 Foundry St, Dayton OH 45402", "Building 3, storage and office", "980000", "25000");
        limits.put("3.valuation", "ACTUAL_CASH_VALUE");
        return policy(
                "LNI-CPP-440127",
                dunmore(),
                List.of("PROPERTY", "GL"),
                Map.of("PROPERTY", limits, "GL", Map.of("eachOccurrence", "1000000")),
                new AdditionalInterest(
                        "First Valley Bank, ISAOA/ATIMA",
                        "MORTGAGEE",
                        "PO Box 118, Dayton OH 45401",
                        "FV-553019",
                        "701-705 Foundry St"));
    }

    private static void building(
            Map<String, String> limits, int number, String location, String what, String building, String contents) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("location", location);
        facts.put("description", what);
        facts.put("building", building);
        facts.put("contents", contents);
        facts.put("deductible", "10000");
        facts.put("valuation", "REPLACEMENT_COST");
        facts.put("coinsurancePercent", "90");
        facts.put("agreedValue", "false");
        facts.put("causesOfLoss", "SPECIAL");
        facts.forEach((name, value) -> limits.put(number + "." + name, value));
    }

    static Policy home(AdditionalInterest... interests) {
        return policy(
                "SRM-HO-118822",
                brandt(),
                List.of("HOME"),
                Map.of(
                        "HOME",
                        Map.ofEntries(
                                Map.entry("location", "64 Kimberly Ave, Asheville NC 28804"),
                                Map.entry("dwelling", "398000"),
                                Map.entry("otherStructures", "39800"),
                                Map.entry("contents", "199000"),
                                Map.entry("lossOfUse", "79600"),
                                Map.entry("personalLiability", "300000"),
                                Map.entry("medicalPayments", "5000"),
                                Map.entry("deductible", "2500"),
                                Map.entry("windHailOrHurricaneDeductible", "2%"),
                                Map.entry("valuation", "REPLACEMENT_COST"),
                                Map.entry("extendedReplacementPercent", "0"),
                                Map.entry("yearBuilt", "1998"),
                                Map.entry("occupancy", "OWNER_PRIMARY"))),
                interests);
    }

    static AdditionalInterest blueRidge() {
        return new AdditionalInterest(
                "Blue Ridge Home Lending, ISAOA/ATIMA",
                "MORTGAGEE",
                "PO Box 3300, Asheville NC 28802",
                "BR-204417",
                null);
    }

    /** Property of a client in force from June to June. */
    static Policy policy(
            String number,
            Client client,
            List<String> lines,
            Map<String, Map<String, String>> limits,
            AdditionalInterest... interests) {
        return new Policy(
                "id-" + number,
                number,
                client.id(),
                client.displayName(),
                lines,
                List.of(),
                LocalDate.of(2026, 6, 23),
                LocalDate.of(2027, 6, 23),
                PolicyStatus.ACTIVE,
                "Active",
                "Lakeshore National Insurance Company",
                "99127",
                false,
                null,
                null,
                limits,
                List.of(),
                List.of(interests));
    }

    static Asked.Property property(String location, String loanNumber, String... demands) {
        return new Asked.Property(List.of(), location, loanNumber, List.of(demands));
    }

    static Asked asked(String workType, String holder, String holderAddress, Asked.Property property) {
        return new Asked(
                "SR-2026-000006",
                workType,
                "10004",
                new Asked.Requester("THIRD_PARTY", "EMAIL", "kliu@meridianbank.example"),
                "",
                List.of(),
                new Asked.Shown(
                        holder, holderAddress, "closing@lender.example", List.of(), List.of(), "", "", property),
                Map.of(),
                null,
                false,
                false,
                false);
    }

    static Asked showing(Asked base, Asked.Shown shown) {
        return new Asked(
                base.requestNumber(),
                base.workType(),
                base.clientId(),
                base.requester(),
                base.insuredName(),
                base.flags(),
                shown,
                base.limits(),
                base.neededBy(),
                base.contractHeld(),
                base.standardFormOnly(),
                base.consentHeld());
    }

    static CertificateFile file(Asked asked, Client client, Policy... policies) {
        return new CertificateFile(
                "file-6",
                asked.requestNumber(),
                1,
                Status.DRAFT,
                "",
                asked,
                client,
                List.of(policies),
                null,
                List.of(),
                null,
                null);
    }

    static Certificate composed(String form, Asked asked, Client client, Policy... policies) {
        return new CertificateComposer(CertificateFixtures.AGENCY, new ClauseLibrary())
                .compose(
                        file(asked, client, policies),
                        new Decided(form, List.of(), Map.of(), Map.of()),
                        CertificateFixtures.TODAY);
    }

    static Certificate evidenceForFirstValley() {
        return composed(
                "ACORD_28",
                asked("EVIDENCE_PROPERTY", "First Valley Bank", "", property("", "FV-553019")),
                dunmore(),
                threeBuildings());
    }

    static Certificate evidenceOnAHome() {
        return composed(
                "ACORD_27",
                asked("EVIDENCE_PROPERTY", "Blue Ridge Home Lending", "", property("", "")),
                brandt(),
                home(blueRidge()));
    }

    static Certificate certificateForALandlord() {
        return composed(
                "ACORD_24",
                asked(
                        "CERT_PROPERTY",
                        "Front Range Retail Partners LLC",
                        "88 S Tejon St, Colorado Springs CO 80903",
                        property("703 Foundry St", "")),
                dunmore(),
                threeBuildings());
    }
}
