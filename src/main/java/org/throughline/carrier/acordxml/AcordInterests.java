package org.throughline.carrier.acordxml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;

/**
 * Additional insureds, mortgagees, loss payees and lienholders, {@code AdditionalInterest}. The aggregate is confirmed with
 * its account number, which is the loan number here. The codes of {@code NatureInterestCd} are assumed: the standard leaves
 * them open, so each carrier names its own, and those read are more than those written. {@code Form} with number and edition
 * is partly seen. Nothing in the aggregate says waiver, primary, written contract or clause: those stand in words in
 * {@code ChangeDesc}, and no answer says them.
 */
final class AcordInterests {

    static final String ELEMENT = "AdditionalInterest";

    private static final Map<Subject, String> WRITTEN = Map.of(
            Subject.ADDITIONAL_INSURED, "ADDIN",
            Subject.MORTGAGEE, "MORTG",
            Subject.LOSS_PAYEE, "LOSSP",
            Subject.LIENHOLDER, "LIENH");
    private static final Map<String, Subject> READ = Map.ofEntries(
            Map.entry("ADDIN", Subject.ADDITIONAL_INSURED),
            Map.entry("AI", Subject.ADDITIONAL_INSURED),
            Map.entry("AN", Subject.ADDITIONAL_INSURED),
            Map.entry("MORTG", Subject.MORTGAGEE),
            Map.entry("MG", Subject.MORTGAGEE),
            Map.entry("LOSSP", Subject.LOSS_PAYEE),
            Map.entry("LP", Subject.LOSS_PAYEE),
            Map.entry("LIENH", Subject.LIENHOLDER),
            Map.entry("LIEN", Subject.LIENHOLDER),
            Map.entry("LH", Subject.LIENHOLDER));

    private AcordInterests() {}

    static boolean is(Subject subject) {
        return WRITTEN.containsKey(subject);
    }

    static void write(XmlWriter xml, Change change, String id) {
        Map<String, String> values = change.values();
        xml.element(ELEMENT, "id", id, () -> {
            AcordParty.named(xml, change.name(), values);
            xml.element("AdditionalInterestInfo", () -> {
                xml.text("NatureInterestCd", WRITTEN.get(change.subject()));
                xml.text("AccountNumberId", values.get("loanNumber"));
                xml.text("ReasonDesc", values.get("item"));
            });
            if (values.containsKey("form")) {
                xml.element("Form", () -> {
                    xml.text("FormNumber", values.get("form"));
                    xml.text("EditionDt", values.get("edition"));
                });
            }
        });
    }

    /** The party, or nothing where its interest is none that we know. */
    static Optional<Change> read(XmlElement interest, Action action) {
        String code = interest.text("AdditionalInterestInfo/NatureInterestCd").orElse("");
        Subject subject = READ.get(code.toUpperCase(Locale.ROOT));
        String name = AcordParty.name(interest);
        if (subject == null || name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>(AcordParty.address(interest.at("GeneralPartyInfo/Addr")));
        put(values, "loanNumber", interest.text("AdditionalInterestInfo/AccountNumberId"));
        put(values, "item", interest.text("AdditionalInterestInfo/ReasonDesc"));
        put(values, "form", interest.text("Form/FormNumber"));
        put(values, "edition", interest.text("Form/EditionDt"));
        return Optional.of(new Change(action, subject, name, values));
    }

    static void put(Map<String, String> values, String key, Optional<String> text) {
        text.ifPresent(value -> values.put(key, value));
    }
}
