package org.throughline.carrier.acordxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/** Names and addresses, {@code GeneralPartyInfo}. Confirmed. */
final class AcordParty {

    private static final Map<String, String> ADDRESS =
            Map.of("address", "Addr1", "city", "City", "state", "StateProvCd", "postalCode", "PostalCode");

    private AcordParty() {}

    /** A firm or a person as one name; the standard takes a firm's name as it is. */
    static void named(XmlWriter xml, String name, Map<String, String> values) {
        xml.element("GeneralPartyInfo", () -> {
            xml.element("NameInfo", () -> xml.element("CommlName", () -> xml.text("CommercialName", name)));
            if (ADDRESS.keySet().stream().anyMatch(values::containsKey)) {
                xml.element("Addr", () -> address(xml, values));
            }
        });
    }

    /** A person; the last word is the surname. */
    static void person(XmlWriter xml, String name) {
        int space = name.strip().lastIndexOf(' ');
        xml.element(
                "GeneralPartyInfo",
                () -> xml.element(
                        "NameInfo",
                        () -> xml.element("PersonName", () -> {
                            xml.text("Surname", name.strip().substring(space + 1));
                            xml.text(
                                    "GivenName", space < 0 ? null : name.strip().substring(0, space));
                        })));
    }

    static void address(XmlWriter xml, Map<String, String> values) {
        xml.text("Addr1", values.get("address"));
        xml.text("City", values.get("city"));
        xml.text("StateProvCd", values.get("state"));
        xml.text("PostalCode", values.get("postalCode"));
    }

    /** The name of a party, of a firm or of a person; empty where there is none. */
    static String name(XmlElement party) {
        Optional<XmlElement> info = party.at("GeneralPartyInfo/NameInfo");
        return info.flatMap(name -> name.text("CommlName/CommercialName"))
                .or(() -> info.flatMap(name -> name.at("PersonName")).map(AcordParty::personName))
                .orElse("");
    }

    private static String personName(XmlElement name) {
        String given = name.text("GivenName").orElse("");
        String other = name.text("OtherGivenName").map(text -> " " + text).orElse("");
        return (given + other + " " + name.text("Surname").orElse("")).strip();
    }

    /** What an {@code Addr} says, by our keys; a second line follows the first. */
    static Map<String, String> address(Optional<XmlElement> addr) {
        Map<String, String> values = new LinkedHashMap<>();
        addr.ifPresent(found -> {
            ADDRESS.forEach((ours, theirs) -> found.text(theirs).ifPresent(text -> values.put(ours, text)));
            found.text("Addr2").ifPresent(second -> values.merge("address", second, (one, two) -> one + ", " + two));
        });
        return values;
    }
}
