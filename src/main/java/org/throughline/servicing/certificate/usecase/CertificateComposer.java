package org.throughline.servicing.certificate.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Building;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Interest;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Certificate.Producer;
import org.throughline.servicing.certificate.model.Certificate.Property;
import org.throughline.servicing.certificate.model.Certificate.Representative;
import org.throughline.servicing.certificate.model.HolderAddress;
import org.throughline.servicing.certificate.model.Lines;
import org.throughline.servicing.certificate.model.Money;
import org.throughline.servicing.certificate.model.Party;
import org.throughline.servicing.certificate.model.Premises;

/** Puts together what a certificate shows: policies in force, and wording only where a policy supports it. */
@Component
class CertificateComposer {

    private static final Map<String, List<String>> LIMITS = Map.of(
            "GL",
            List.of(
                    "eachOccurrence=Each occurrence",
                    "damageToRentedPremises=Damage to rented premises",
                    "medExp=Medical expense (one person)",
                    "personalAdvInjury=Personal & adv. injury",
                    "generalAggregate=General aggregate",
                    "productsCompletedOpsAggregate=Products - comp/op aggregate"),
            "AUTO",
            List.of(
                    "combinedSingleLimit=Combined single limit",
                    "bodilyInjuryPerPerson=Bodily injury (per person)",
                    "bodilyInjuryPerAccident=Bodily injury (per accident)",
                    "propertyDamage=Property damage (per accident)"),
            "UMBRELLA",
            List.of("eachOccurrence=Each occurrence", "aggregate=Aggregate", "retention=Retention"),
            "WC",
            List.of(
                    "eachAccident=E.L. each accident",
                    "diseaseEachEmployee=E.L. disease - each employee",
                    "diseasePolicyLimit=E.L. disease - policy limit"),
            "EO",
            List.of("eachClaim=Each claim", "aggregate=Aggregate", "retention=Retention"),
            "DO",
            List.of("eachClaim=Each claim", "aggregate=Aggregate", "retention=Retention"),
            "CARGO",
            List.of("perVehicle=Per vehicle", "catastrophe=Catastrophe", "deductible=Deductible"));

    private static final Map<String, String> AUTO_SYMBOLS = Map.of(
            "1", "Any auto",
            "2", "Owned autos",
            "7", "Scheduled autos",
            "8", "Hired autos",
            "9", "Non-owned autos");

    private final AgencyProfile agency;
    private final ClauseLibrary clauses;

    CertificateComposer(AgencyProfile agency, ClauseLibrary clauses) {
        this.agency = agency;
        this.clauses = clauses;
    }

    Certificate compose(CertificateFile file, Decided decided, LocalDate today) {
        Asked asked = file.asked();
        Map<String, Policy> shown = PoliciesShown.of(asked, file.policies(), today);
        Map<String, Insurer> insurers = insurers(shown);
        List<Coverage> coverages = new ArrayList<>();
        shown.forEach((line, policy) -> coverages.add(coverage(
                line,
                policy,
                Objects.requireNonNull(insurers.get(policy.carrierName())).letter(),
                decided)));
        Certificate certificate = new Certificate(
                file.requestNumber() + " v" + file.version(),
                today,
                producer(),
                insured(file.client()),
                List.copyOf(insurers.values()),
                coverages,
                description(asked, shown, decided),
                holder(asked.shown().holderName(), asked.shown().holderAddress()),
                representative(),
                null);
        return asked.aboutProperty() ? withProperty(certificate, file, decided, today) : certificate;
    }

    /** A holder with an interest in the policy is shown by the name and address that the policy has. */
    private static Certificate withProperty(
            Certificate certificate, CertificateFile file, Decided decided, LocalDate today) {
        PropertyShown property = PropertyShown.of(file.asked().shown(), file.policies(), today);
        AdditionalInterest interest = property.interest();
        String address = interest == null ? null : interest.address();
        return new Certificate(
                certificate.number(),
                certificate.issuedOn(),
                certificate.producer(),
                certificate.insured(),
                certificate.insurers(),
                certificate.coverages(),
                certificate.description(),
                interest == null
                        ? certificate.holder()
                        : holder(
                                interest.name(),
                                address == null ? file.asked().shown().holderAddress() : address),
                certificate.representative(),
                new Property(
                        decided.chosen(),
                        property.premises().stream()
                                .map(each -> building(each, property.residential()))
                                .toList(),
                        interest == null || !property.lender() ? null : interest(interest)));
    }

    private static Building building(Premises premises, boolean residential) {
        return new Building(
                String.valueOf(premises.number()),
                premises.location(),
                premises.description(),
                PropertyTerms.coverages(premises, residential),
                PropertyTerms.terms(premises));
    }

    private static Interest interest(AdditionalInterest interest) {
        String nature = interest.nature().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Interest(
                nature.substring(0, 1).toUpperCase(Locale.ROOT) + nature.substring(1),
                Objects.requireNonNullElse(interest.loanNumber(), ""),
                Objects.requireNonNullElse(interest.item(), ""));
    }

    private static Party holder(String name, String address) {
        return new Party(
                name,
                HolderAddress.parse(address)
                        .map(HolderAddress::lines)
                        .orElse(address.isBlank() ? List.of() : List.of(address)));
    }

    private Producer producer() {
        AgencyProfile.PostalAddress address = agency.address();
        return new Producer(
                new Party(
                        agency.legalName(),
                        lines(address.line1(), address.line2(), address.city(), address.state(), address.postalCode())),
                agency.phone(),
                agency.fax(),
                agency.serviceMailbox(),
                agency.licenseNumber());
    }

    private Representative representative() {
        AgencyProfile.AuthorizedRepresentative person = agency.authorizedRepresentative();
        return new Representative(
                person.name(),
                person.title(),
                person.signatureImage() == null ? null : person.signatureImage().toString());
    }

    private static Party insured(@Nullable Client client) {
        if (client == null) {
            return new Party("", List.of());
        }
        String dba = client.dba();
        String name = dba == null || dba.isBlank() ? client.displayName() : client.displayName() + " dba " + dba;
        Client.Address address = client.address();
        return new Party(
                name,
                address == null
                        ? List.of()
                        : lines(
                                address.line1(),
                                address.line2(),
                                address.city(),
                                address.state(),
                                address.postalCode()));
    }

    private static List<String> lines(
            String line1, @Nullable String line2, String city, String state, String postalCode) {
        List<String> lines = new ArrayList<>();
        lines.add(line1);
        if (line2 != null && !line2.isBlank()) {
            lines.add(line2);
        }
        lines.add(city + ", " + state + " " + postalCode);
        return lines;
    }

    private static Map<String, Insurer> insurers(Map<String, Policy> shown) {
        Map<String, Insurer> insurers = new LinkedHashMap<>();
        shown.values()
                .forEach(policy -> insurers.computeIfAbsent(
                        policy.carrierName(),
                        name -> new Insurer(
                                String.valueOf((char) ('A' + insurers.size())),
                                name,
                                policy.naic() == null ? "" : policy.naic())));
        return insurers;
    }

    private static Coverage coverage(String line, Policy policy, String letter, Decided decided) {
        Map<String, String> limits = policy.limits().getOrDefault(line, Map.of());
        List<Limit> printed = LIMITS.getOrDefault(line, List.of()).stream()
                .map(entry -> entry.split("=", 2))
                .filter(entry -> !limits.getOrDefault(entry[0], "").isBlank())
                .map(entry -> new Limit(entry[1], Money.print(limits.getOrDefault(entry[0], ""))))
                .collect(Collectors.toCollection(ArrayList::new));
        if ("WC".equals(line) && "true".equals(limits.get("statutory"))) {
            printed.add(0, new Limit("Workers compensation", "Per statute"));
        }
        return new Coverage(
                line,
                Lines.title(line),
                letter,
                options(line, limits),
                marked(decided, line, "ADDITIONAL_INSURED"),
                marked(decided, line, "WAIVER_OF_SUBROGATION"),
                policy.number(),
                policy.effective(),
                policy.expiration(),
                printed);
    }

    private static boolean marked(Decided decided, String line, String wording) {
        return decided.wording().entrySet().stream().anyMatch(entry -> {
            WordingItem item = WordingItem.parse(entry.getKey());
            return item.line().equals(line)
                    && item.wording().startsWith(wording)
                    && entry.getValue().possible();
        });
    }

    private static List<String> options(String line, Map<String, String> limits) {
        List<String> options = new ArrayList<>();
        switch (line) {
            case "GL" -> {
                if (limits.containsKey("occurrenceForm")) {
                    options.add("false".equals(limits.get("occurrenceForm")) ? "Claims-made" : "Occurrence");
                }
                String per = limits.getOrDefault("aggregateAppliesPer", "");
                if (!per.isBlank()) {
                    options.add("Aggregate per " + per.toLowerCase(Locale.ROOT));
                }
            }
            case "AUTO" -> {
                for (String symbol :
                        WordingItem.words(limits.getOrDefault("symbols", "").replaceAll("[\\[\\]\"]", ""))) {
                    options.add(AUTO_SYMBOLS.getOrDefault(symbol, "Symbol " + symbol));
                }
            }
            case "UMBRELLA" -> {
                if (limits.containsKey("claimsMade")) {
                    options.add("true".equals(limits.get("claimsMade")) ? "Claims-made" : "Occurrence");
                }
                if (limits.containsKey("followForm")) {
                    options.add("true".equals(limits.get("followForm")) ? "Follow form" : "Own form, not follow form");
                }
            }
            case "WC" -> {
                if (limits.containsKey("proprietorsExcluded")) {
                    options.add(
                            "true".equals(limits.get("proprietorsExcluded"))
                                    ? "Proprietors or partners excluded: yes"
                                    : "Proprietors or partners excluded: no");
                }
            }
            default -> {
                if (limits.containsKey("claimsMade")) {
                    options.add("true".equals(limits.get("claimsMade")) ? "Claims-made" : "Occurrence");
                }
            }
        }
        return options;
    }

    private String description(Asked asked, Map<String, Policy> shown, Decided decided) {
        List<String> sentences = new ArrayList<>();
        clauses.choosable(asked.shown().clause()).ifPresent(clause -> sentences.add(clause.text()));
        decided.wording().forEach((text, support) -> {
            if (support.possible()) {
                WordingItem item = WordingItem.parse(text);
                clauses.forWording(item.wording())
                        .ifPresent(clause -> sentences.add(sentence(clause, item, asked, shown)));
            }
        });
        if (!asked.shown().freeText().isBlank()) {
            sentences.add(asked.shown().freeText().strip());
        }
        return String.join("\n", sentences);
    }

    private static String sentence(
            ClauseLibrary.Clause clause, WordingItem item, Asked asked, Map<String, Policy> shown) {
        WordingItem.Grant grant =
                item.grant(shown.get(item.line()), asked.shown().holderName());
        return ClauseLibrary.fill(
                clause,
                Map.of(
                        "holder",
                        asked.shown().holderName(),
                        "line",
                        Lines.title(item.line()).toLowerCase(Locale.ROOT),
                        "form",
                        "form " + grant.form(),
                        "contract",
                        "BLANKET_IF_CONTRACT".equals(grant.grant()) ? ", where required by written contract" : ""));
    }
}
