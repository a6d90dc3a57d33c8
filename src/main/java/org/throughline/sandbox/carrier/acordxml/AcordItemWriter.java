package org.throughline.sandbox.carrier.acordxml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

/** Writes items of a policy in the places that the standard has for them, with the carrier's own ids. */
class AcordItemWriter {

    private static final Map<Action, String> ACTIONS = Map.of(Action.ADD, "A", Action.CHANGE, "M", Action.REMOVE, "D");
    private static final Map<Item, String> INTERESTS = Map.of(
            Item.ADDITIONAL_INSURED, "ADDIN",
            Item.MORTGAGEE, "MORTG",
            Item.LOSS_PAYEE, "LOSSP",
            Item.LIENHOLDER, "LIENH");

    private final AcordLines line;
    private final List<PolicyChange> items;

    AcordItemWriter(AcordLines line, List<PolicyChange> items) {
        this.line = line;
        this.items = items;
    }

    private interface Each {
        void write(PolicyChange item, String id);
    }

    private void each(Each each) {
        for (int at = 0; at < items.size(); at++) {
            each.write(items.get(at), "k" + (101 + at));
        }
    }

    void insured(XmlWriter xml, String name) {
        xml.element("InsuredOrPrincipal", () -> {
            xml.element("GeneralPartyInfo", () -> {
                commercialName(xml, name);
                each((item, id) -> {
                    if (item.item() == Item.MAILING_ADDRESS) {
                        xml.element("Addr", "id", id, () -> address(xml, item.values()));
                    }
                });
            });
            xml.element("InsuredOrPrincipalInfo", () -> xml.text("InsuredOrPrincipalRoleCd", "FNI"));
        });
        each((item, id) -> {
            if (item.item() == Item.NAMED_INSURED) {
                xml.element("InsuredOrPrincipal", "id", id, () -> {
                    xml.element(
                            "GeneralPartyInfo",
                            () -> xml.element("NameInfo", () -> {
                                xml.element("CommlName", () -> xml.text("CommercialName", item.name()));
                                xml.text("LegalEntityCd", item.values().get("entityType"));
                            }));
                    xml.element("InsuredOrPrincipalInfo", () -> xml.text("InsuredOrPrincipalRoleCd", "AN"));
                });
            }
        });
    }

    void interests(XmlWriter xml) {
        each((item, id) -> {
            String code = INTERESTS.get(item.item());
            if (code == null) {
                return;
            }
            xml.element("AdditionalInterest", "id", id, () -> {
                xml.element("ItemIdInfo", () -> xml.text("InsurerId", id));
                xml.element("GeneralPartyInfo", () -> {
                    commercialName(xml, item.name());
                    if (item.values().containsKey("address")) {
                        xml.element("Addr", () -> address(xml, item.values()));
                    }
                });
                xml.element("AdditionalInterestInfo", () -> {
                    xml.text("NatureInterestCd", code);
                    xml.text("AccountNumberId", item.values().get("loanNumber"));
                    xml.text("ReasonDesc", item.values().get("item"));
                });
                if (item.values().containsKey("form")) {
                    xml.element("Form", () -> {
                        xml.text("FormNumber", item.values().get("form"));
                        xml.text("EditionDt", item.values().get("edition"));
                    });
                }
            });
        });
    }

    void modifications(XmlWriter xml) {
        each((item, id) -> xml.element("ModInfo", "IdRef", id, () -> {
            xml.text("ActionCd", ACTIONS.get(item.action()));
            xml.text("ChangeDesc", item.item().words() + " " + item.name());
        }));
    }

    /** The line's section, and after it the locations. */
    void rest(XmlWriter xml) {
        xml.element(line.section(), () -> {
            xml.text("LOBCd", line.code());
            each((item, id) -> {
                switch (item.item()) {
                    case COVERAGE -> coverage(xml, item, id);
                    case VEHICLE -> vehicle(xml, item, id);
                    case DRIVER -> driver(xml, item, id);
                    case EXPOSURE -> exposure(xml, item, id);
                    case LOCATION -> building(xml, item.values(), id);
                    default -> {
                        // Parties stand elsewhere.
                    }
                }
            });
        });
        each((item, id) -> {
            if (item.item() == Item.LOCATION) {
                xml.element("Location", "id", id, () -> xml.element("Addr", () -> address(xml, item.values())));
            } else if (item.item() == Item.VEHICLE && item.values().containsKey("garagingPostalCode")) {
                xml.element(
                        "Location",
                        "id",
                        id + "g",
                        () -> xml.element(
                                "Addr",
                                () -> xml.text("PostalCode", item.values().get("garagingPostalCode"))));
            }
        });
    }

    private static void coverage(XmlWriter xml, PolicyChange item, String id) {
        xml.element("Coverage", "id", id, () -> {
            xml.text(item.name().matches("[A-Z0-9]{2,8}") ? "CoverageCd" : "CoverageDesc", item.name());
            format(xml, "Limit", item.values().get("limit"));
            format(xml, "Deductible", item.values().get("deductible"));
        });
    }

    private static void format(XmlWriter xml, String kind, @Nullable String value) {
        if (value != null) {
            xml.element(kind, () -> xml.text(value.matches("\\d+") ? "FormatInteger" : "FormatText", value));
        }
    }

    private void vehicle(XmlWriter xml, PolicyChange item, String id) {
        xml.element(line.personal() ? "PersVeh" : "CommlVeh", "id", id, () -> {
            if (item.values().containsKey("garagingPostalCode")) {
                xml.attribute("LocationRef", id + "g");
            }
            xml.text("ModelYear", item.values().get("year"));
            xml.text("Manufacturer", item.values().get("make"));
            xml.text("Model", item.values().get("model"));
            xml.text("VehIdentificationNumber", item.name());
        });
    }

    private void driver(XmlWriter xml, PolicyChange item, String id) {
        int space = item.name().lastIndexOf(' ');
        xml.element(line.personal() ? "PersDriver" : "CommlDriver", "id", id, () -> {
            xml.element(
                    "GeneralPartyInfo",
                    () -> xml.element(
                            "NameInfo",
                            () -> xml.element("PersonName", () -> {
                                xml.text("Surname", item.name().substring(space + 1));
                                xml.text(
                                        "GivenName",
                                        space < 0 ? null : item.name().substring(0, space));
                            })));
            xml.element("DriverInfo", () -> {
                xml.element(
                        "PersonInfo", () -> xml.text("BirthDt", item.values().get("birthDate")));
                xml.element(
                        "DriversLicense",
                        () -> xml.text("StateProvCd", item.values().get("licenseState")));
            });
        });
    }

    private void exposure(XmlWriter xml, PolicyChange item, String id) {
        boolean compensation = line == AcordLines.WC;
        boolean sales = item.values().containsKey("sales");
        xml.element(compensation ? "WorkCompRateClass" : "GeneralLiabilityClassification", "id", id, () -> {
            xml.text(compensation ? "RatingClassificationCd" : "ClassCd", item.name());
            xml.text("PremiumBasisCd", sales ? "GrSales" : "PAYRL");
            xml.text("Exposure", item.values().get(sales ? "sales" : "payroll"));
        });
    }

    private static void building(XmlWriter xml, Map<String, String> values, String id) {
        xml.element("CommlPropertyInfo", "LocationRef", id, () -> {
            xml.text("OccupancyDesc", values.get("occupancy"));
            part(xml, "BLDG", values.get("building"), values.get("deductible"));
            part(xml, "BPP", values.get("contents"), null);
        });
    }

    private static void part(XmlWriter xml, String code, @Nullable String limit, @Nullable String deductible) {
        if (limit != null) {
            xml.element("Coverage", () -> {
                xml.text("CoverageCd", code);
                format(xml, "Limit", limit);
                format(xml, "Deductible", deductible);
            });
        }
    }

    private static void commercialName(XmlWriter xml, String name) {
        xml.element("NameInfo", () -> xml.element("CommlName", () -> xml.text("CommercialName", name)));
    }

    private static void address(XmlWriter xml, Map<String, String> values) {
        xml.text("Addr1", values.get("address"));
        xml.text("City", values.get("city"));
        xml.text("StateProvCd", values.get("state"));
        xml.text("PostalCode", values.get("postalCode"));
    }
}
