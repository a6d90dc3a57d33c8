package org.throughline.carrier.acordxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/**
 * The changes of a policy as items of a message, each in its place, and back. A {@code ModInfo} refers to each item and says
 * what happens to it; that is confirmed, and so are its action codes.
 */
final class AcordItems {

    private static final Map<Action, String> ACTIONS = Map.of(Action.ADD, "A", Action.CHANGE, "M", Action.REMOVE, "D");

    private AcordItems() {}

    private static String id(int index) {
        return "C" + (index + 1);
    }

    private interface Each {
        void write(Change change, String id);
    }

    private static void each(List<Change> changes, Each each) {
        for (int index = 0; index < changes.size(); index++) {
            each.write(changes.get(index), id(index));
        }
    }

    /** The insured, with what changes about name, entity and mailing address. */
    static void insured(XmlWriter xml, List<Change> changes, String insured) {
        xml.element("InsuredOrPrincipal", () -> {
            xml.element("GeneralPartyInfo", () -> {
                xml.element("NameInfo", () -> xml.element("CommlName", () -> xml.text("CommercialName", insured)));
                each(changes, (change, id) -> {
                    if (change.subject() == Subject.MAILING_ADDRESS) {
                        xml.element("Addr", "id", id, () -> {
                            xml.text("AddrTypeCd", "MailingAddress");
                            AcordParty.address(xml, change.values());
                        });
                    }
                });
            });
            role(xml, "FNI");
        });
        each(changes, (change, id) -> {
            if (change.subject() == Subject.NAMED_INSURED) {
                xml.element("InsuredOrPrincipal", "id", id, () -> {
                    xml.element(
                            "GeneralPartyInfo",
                            () -> xml.element("NameInfo", () -> {
                                xml.element("CommlName", () -> xml.text("CommercialName", change.name()));
                                xml.text("LegalEntityCd", change.values().get("entityType"));
                            }));
                    role(xml, change.action() == Action.CHANGE ? "FNI" : "AN");
                });
            }
        });
    }

    private static void role(XmlWriter xml, String code) {
        xml.element("InsuredOrPrincipalInfo", () -> xml.text("InsuredOrPrincipalRoleCd", code));
    }

    static void interests(XmlWriter xml, List<Change> changes) {
        each(changes, (change, id) -> {
            if (AcordInterests.is(change.subject())) {
                AcordInterests.write(xml, change, id);
            }
        });
    }

    static void modifications(XmlWriter xml, List<Change> changes) {
        each(
                changes,
                (change, id) -> xml.element("ModInfo", "IdRef", id, () -> {
                    xml.text("ActionCd", ACTIONS.get(change.action()));
                    xml.text("ChangeDesc", words(change));
                }));
    }

    /** For people, and for what the standard has no element for. */
    static String words(Change change) {
        String said = new TreeMap<>(change.values())
                .entrySet().stream()
                        .map(value -> value.getKey() + " " + value.getValue())
                        .collect(Collectors.joining(", "));
        String what = change.action() + " " + change.subject().name().replace('_', ' ') + " " + change.name();
        return said.isEmpty() ? what : what + ": " + said;
    }

    /** The line's own section. */
    static void section(XmlWriter xml, List<Change> changes, AcordLine line, String state) {
        xml.element(line.section(), () -> {
            xml.text("LOBCd", line.code());
            inside(
                    xml,
                    line.inner(),
                    state,
                    () -> each(changes, (change, id) -> {
                        switch (change.subject()) {
                            case COVERAGE -> AcordTerms.coverage(xml, change, id);
                            case EXPOSURE -> AcordTerms.exposure(xml, change, id, line);
                            case VEHICLE -> AcordRisks.vehicle(xml, change, id, line);
                            case DRIVER -> AcordRisks.driver(xml, change, id, line);
                            case LOCATION -> AcordRisks.building(xml, change, id);
                            default -> {
                                // Parties and the insured stand elsewhere in the message.
                            }
                        }
                    }));
        });
    }

    private static void inside(XmlWriter xml, List<String> names, String state, Runnable content) {
        if (names.isEmpty()) {
            content.run();
            return;
        }
        String name = names.get(0);
        xml.element(name, () -> {
            if (name.endsWith("RateState")) {
                xml.text("StateProvCd", state);
            }
            inside(xml, names.subList(1, names.size()), state, content);
        });
    }

    static void locations(XmlWriter xml, List<Change> changes) {
        each(changes, (change, id) -> {
            if (change.subject() == Subject.LOCATION) {
                AcordRisks.location(xml, change, id);
            } else if (change.subject() == Subject.VEHICLE) {
                AcordRisks.garage(xml, change, id);
            }
        });
    }

    /** What a {@code ModInfo} of an answer says, if the answer has the item it refers to and we know that kind. */
    static Optional<Change> modified(XmlElement modification, XmlElement message) {
        String code = modification.text("ActionCd").orElse("");
        Optional<Action> action = ACTIONS.entrySet().stream()
                .filter(each -> each.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
        return action.flatMap(done -> modification
                .attribute("IdRef")
                .flatMap(id -> message.everything()
                        .filter(item -> item.attribute("id").filter(id::equals).isPresent())
                        .findFirst())
                .flatMap(item -> read(item, message, done)));
    }

    /** An item of any kind; nothing where it is of none that we know. */
    static Optional<Change> read(XmlElement item, XmlElement message, Action action) {
        return switch (item.name()) {
            case AcordInterests.ELEMENT -> AcordInterests.read(item, action);
            case "Coverage", "CommlCoverage" -> AcordTerms.coverage(item, action);
            case AcordTerms.LIABILITY_CLASS, AcordTerms.COMPENSATION_CLASS -> AcordTerms.exposure(item, action);
            case "CommlVeh", "PersVeh" -> AcordRisks.vehicle(item, message, action);
            case "CommlDriver", "PersDriver" -> AcordRisks.driver(item, action);
            case "Location" -> AcordRisks.location(item, message, action);
            case "Addr" -> Optional.of(mailingAddress(item, message, action));
            case "InsuredOrPrincipal" -> namedInsured(item, action);
            default -> Optional.empty();
        };
    }

    private static Change mailingAddress(XmlElement addr, XmlElement message, Action action) {
        return new Change(
                action,
                Subject.MAILING_ADDRESS,
                message.at("InsuredOrPrincipal").map(AcordParty::name).orElse(""),
                AcordParty.address(Optional.of(addr)));
    }

    private static Optional<Change> namedInsured(XmlElement insured, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        AcordInterests.put(values, "entityType", insured.text("GeneralPartyInfo/NameInfo/LegalEntityCd"));
        String name = AcordParty.name(insured);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Change(action, Subject.NAMED_INSURED, name, values));
    }

    /** Everything of a policy that changes can be about, as if each had just been added. */
    static List<Change> all(XmlElement message) {
        return Stream.concat(
                        message.everything().filter(item -> !item.name().equals("Addr")),
                        message.all("InsuredOrPrincipal/GeneralPartyInfo/Addr"))
                .flatMap(item -> read(item, message, Action.ADD).stream())
                .toList();
    }
}
