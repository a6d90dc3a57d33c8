package org.throughline.carrier.acordxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/**
 * Vehicles, drivers and locations. Vehicles with a garaging {@code Location} that they refer to, and drivers, are seen in
 * use; that a building's amounts are coverages {@code BLDG} and {@code BPP} of a {@code CommlPropertyInfo} that refers to
 * the location is partly seen.
 */
final class AcordRisks {

    private static final String BUILDING = "BLDG";
    private static final String CONTENTS = "BPP";

    private AcordRisks() {}

    static void vehicle(XmlWriter xml, Change change, String id, AcordLine line) {
        Map<String, String> values = change.values();
        xml.element(line.vehicle(), "id", id, () -> {
            if (values.containsKey("garagingPostalCode")) {
                xml.attribute("LocationRef", id + "L");
            }
            xml.text("ModelYear", values.get("year"));
            xml.text("Manufacturer", values.get("make"));
            xml.text("Model", values.get("model"));
            xml.text("VehIdentificationNumber", change.name());
        });
    }

    static void garage(XmlWriter xml, Change change, String id) {
        String code = change.values().get("garagingPostalCode");
        if (code != null) {
            xml.element("Location", "id", id + "L", () -> xml.element("Addr", () -> xml.text("PostalCode", code)));
        }
    }

    static Optional<Change> vehicle(XmlElement vehicle, XmlElement message, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        AcordInterests.put(values, "year", vehicle.text("ModelYear"));
        AcordInterests.put(values, "make", vehicle.text("Manufacturer"));
        AcordInterests.put(values, "model", vehicle.text("Model"));
        AcordInterests.put(
                values,
                "garagingPostalCode",
                vehicle.attribute("LocationRef")
                        .flatMap(id -> location(message, id))
                        .flatMap(location -> location.text("Addr/PostalCode")));
        return vehicle.text("VehIdentificationNumber").map(vin -> new Change(action, Subject.VEHICLE, vin, values));
    }

    static void driver(XmlWriter xml, Change change, String id, AcordLine line) {
        Map<String, String> values = change.values();
        xml.element(line.driver(), "id", id, () -> {
            AcordParty.person(xml, change.name());
            xml.element("DriverInfo", () -> {
                if (values.containsKey("birthDate")) {
                    xml.element("PersonInfo", () -> xml.text("BirthDt", values.get("birthDate")));
                }
                if (values.containsKey("licenseState")) {
                    xml.element("DriversLicense", () -> xml.text("StateProvCd", values.get("licenseState")));
                }
            });
        });
    }

    static Optional<Change> driver(XmlElement driver, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        AcordInterests.put(values, "birthDate", driver.text("DriverInfo/PersonInfo/BirthDt"));
        AcordInterests.put(values, "licenseState", driver.text("DriverInfo/DriversLicense/StateProvCd"));
        String name = AcordParty.name(driver);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Change(action, Subject.DRIVER, name, values));
    }

    static void location(XmlWriter xml, Change change, String id) {
        Map<String, String> address = new LinkedHashMap<>(change.values());
        address.putIfAbsent("address", change.name());
        xml.element("Location", "id", id, () -> xml.element("Addr", () -> AcordParty.address(xml, address)));
    }

    static void building(XmlWriter xml, Change change, String id) {
        Map<String, String> values = change.values();
        xml.element("CommlPropertyInfo", "LocationRef", id, () -> {
            xml.text("OccupancyDesc", values.get("occupancy"));
            AcordTerms.coverage(xml, BUILDING, values.get("building"), null);
            AcordTerms.coverage(xml, CONTENTS, values.get("contents"), null);
        });
    }

    static Optional<Change> location(XmlElement location, XmlElement message, Action action) {
        Map<String, String> values = new LinkedHashMap<>(AcordParty.address(location.at("Addr")));
        String street = values.get("address");
        if (street == null) {
            return Optional.empty();
        }
        location.attribute("id")
                .flatMap(id -> message.everything("CommlPropertyInfo")
                        .filter(building -> building.attribute("LocationRef")
                                .filter(id::equals)
                                .isPresent())
                        .findFirst())
                .ifPresent(building -> {
                    AcordInterests.put(values, "occupancy", building.text("OccupancyDesc"));
                    AcordInterests.put(values, "building", AcordTerms.limit(building, BUILDING));
                    AcordInterests.put(values, "contents", AcordTerms.limit(building, CONTENTS));
                });
        return Optional.of(new Change(action, Subject.LOCATION, street, values));
    }

    private static Optional<XmlElement> location(XmlElement message, String id) {
        return message.everything("Location")
                .filter(location -> location.attribute("id").filter(id::equals).isPresent())
                .findFirst();
    }
}
