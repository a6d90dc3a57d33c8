package org.throughline.sandbox.carrier.acordxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.platform.xml.XmlElement;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

/** The changes that a message asks for: each {@code ModInfo} and the item that it refers to. */
class AcordItemReader {

    private static final Map<String, Action> ACTIONS = Map.of("A", Action.ADD, "M", Action.CHANGE, "D", Action.REMOVE);
    private static final Map<String, Item> INTERESTS = Map.of(
            "ADDIN", Item.ADDITIONAL_INSURED,
            "MORTG", Item.MORTGAGEE,
            "LOSSP", Item.LOSS_PAYEE,
            "LIENH", Item.LIENHOLDER);

    private final XmlElement message;

    AcordItemReader(XmlElement message) {
        this.message = message;
    }

    /** @throws AcordRefusal there is none, or one of them cannot be understood */
    List<PolicyChange> changes() {
        List<PolicyChange> changes = new ArrayList<>();
        message.all("ModInfo").forEach(modification -> changes.add(change(modification)));
        if (changes.isEmpty()) {
            throw AcordAsks.missing("ModInfo");
        }
        return changes;
    }

    private PolicyChange change(XmlElement modification) {
        Action action = ACTIONS.get(AcordAsks.required(modification, "ActionCd"));
        if (action == null) {
            throw AcordRefusal.wrong("ModInfo/ActionCd", "The action is none of the standard's");
        }
        String id = modification.attribute("IdRef").orElseThrow(() -> AcordAsks.missing("ModInfo/@IdRef"));
        XmlElement item = message.everything()
                .filter(each -> each.attribute("id").filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> AcordRefusal.wrong("ModInfo/@IdRef", "Nothing has the id " + id));
        return switch (item.name()) {
            case "AdditionalInterest" -> interest(item, action);
            case "CommlVeh", "PersVeh" -> vehicle(item, action);
            case "CommlDriver", "PersDriver" -> driver(item, action);
            case "Coverage" -> coverage(item, action);
            case "Location" -> location(item, action, id);
            case "Addr" -> new PolicyChange(action, Item.MAILING_ADDRESS, "Mailing address", address(item));
            case "InsuredOrPrincipal" -> insured(item, action);
            case "GeneralLiabilityClassification" -> exposure(item, action, "ClassCd");
            case "WorkCompRateClass" -> exposure(item, action, "RatingClassificationCd");
            default -> throw AcordRefusal.wrong(item.name(), "A change of " + item.name() + " is not taken");
        };
    }

    private PolicyChange interest(XmlElement item, Action action) {
        Item kind = INTERESTS.get(AcordAsks.required(item, "AdditionalInterestInfo/NatureInterestCd"));
        if (kind == null) {
            throw AcordRefusal.wrong("NatureInterestCd", "The nature of the interest is not known");
        }
        Map<String, String> values = address(item.at("GeneralPartyInfo/Addr").orElse(item));
        put(values, "loanNumber", item.text("AdditionalInterestInfo/AccountNumberId"));
        put(values, "item", item.text("AdditionalInterestInfo/ReasonDesc"));
        put(values, "form", item.text("Form/FormNumber"));
        put(values, "edition", item.text("Form/EditionDt"));
        return new PolicyChange(action, kind, commercialName(item), values);
    }

    private PolicyChange vehicle(XmlElement item, Action action) {
        Map<String, String> values = new TreeMap<>();
        put(values, "year", item.text("ModelYear"));
        put(values, "make", item.text("Manufacturer"));
        put(values, "model", item.text("Model"));
        item.attribute("LocationRef")
                .flatMap(id -> message.everything("Location")
                        .filter(each -> each.attribute("id").filter(id::equals).isPresent())
                        .findFirst())
                .ifPresent(garage -> put(values, "garagingPostalCode", garage.text("Addr/PostalCode")));
        return new PolicyChange(action, Item.VEHICLE, AcordAsks.required(item, "VehIdentificationNumber"), values);
    }

    private PolicyChange driver(XmlElement item, Action action) {
        Map<String, String> values = new TreeMap<>();
        put(values, "birthDate", item.text("DriverInfo/PersonInfo/BirthDt"));
        put(values, "licenseState", item.text("DriverInfo/DriversLicense/StateProvCd"));
        String surname = AcordAsks.required(item, "GeneralPartyInfo/NameInfo/PersonName/Surname");
        String given =
                item.text("GeneralPartyInfo/NameInfo/PersonName/GivenName").orElse("");
        return new PolicyChange(action, Item.DRIVER, (given + " " + surname).strip(), values);
    }

    private static PolicyChange coverage(XmlElement item, Action action) {
        Map<String, String> values = new TreeMap<>();
        put(values, "limit", item.text("Limit/FormatInteger"));
        put(values, "deductible", item.text("Deductible/FormatInteger"));
        String name = item.text("CoverageDesc").orElseGet(() -> AcordAsks.required(item, "CoverageCd"));
        return new PolicyChange(action, Item.COVERAGE, name, values);
    }

    private PolicyChange location(XmlElement item, Action action, String id) {
        Map<String, String> values = address(item.at("Addr").orElseThrow(() -> AcordAsks.missing("Location/Addr")));
        message.everything("CommlPropertyInfo")
                .filter(each -> each.attribute("LocationRef").filter(id::equals).isPresent())
                .findFirst()
                .ifPresent(building -> {
                    put(values, "occupancy", building.text("OccupancyDesc"));
                    put(values, "building", limit(building, "BLDG"));
                    put(values, "contents", limit(building, "BPP"));
                });
        return new PolicyChange(action, Item.LOCATION, AcordAsks.required(item, "Addr/Addr1"), values);
    }

    private static Optional<String> limit(XmlElement building, String code) {
        return building.all("Coverage")
                .filter(each -> each.text("CoverageCd").filter(code::equals).isPresent())
                .findFirst()
                .flatMap(each -> each.text("Limit/FormatInteger"));
    }

    private static PolicyChange insured(XmlElement item, Action action) {
        Map<String, String> values = new TreeMap<>();
        put(values, "entityType", item.text("GeneralPartyInfo/NameInfo/LegalEntityCd"));
        return new PolicyChange(action, Item.NAMED_INSURED, commercialName(item), values);
    }

    private static PolicyChange exposure(XmlElement item, Action action, String code) {
        Map<String, String> values = new TreeMap<>();
        boolean sales = item.text("PremiumBasisCd").filter("GrSales"::equals).isPresent();
        put(values, sales ? "sales" : "payroll", item.text("Exposure"));
        return new PolicyChange(action, Item.EXPOSURE, AcordAsks.required(item, code), values);
    }

    private static String commercialName(XmlElement party) {
        return AcordAsks.required(party, "GeneralPartyInfo/NameInfo/CommlName/CommercialName");
    }

    private static Map<String, String> address(XmlElement addr) {
        Map<String, String> values = new TreeMap<>();
        put(values, "address", addr.text("Addr1"));
        put(values, "city", addr.text("City"));
        put(values, "state", addr.text("StateProvCd"));
        put(values, "postalCode", addr.text("PostalCode"));
        return values;
    }

    private static void put(Map<String, String> values, String key, Optional<String> text) {
        text.ifPresent(value -> values.put(key, value));
    }
}
