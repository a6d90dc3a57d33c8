package org.throughline.sandbox.carrier.acordxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlElement;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.Kind;

/** Reads what a message asks for, strictly. */
@Component
@Profile("sandbox")
class AcordAsks {

    private static final String CHANGE = "PCH";
    private static final String CHANGE_QUOTE = "ENQ";
    private static final Map<String, Operation> PURPOSES = Map.of(
            CHANGE,
            Operation.POLICY_CHANGE,
            CHANGE_QUOTE,
            Operation.POLICY_CHANGE,
            "XLN",
            Operation.CANCELLATION,
            "REI",
            Operation.REINSTATEMENT);

    private final CarrierStore store;

    AcordAsks(CarrierStore store) {
        this.store = store;
    }

    /** Whether it is about a price and nothing is to be bound. */
    boolean onlyPriced(XmlElement message) {
        return message.text("BusinessPurposeTypeCd")
                .filter(CHANGE_QUOTE::equals)
                .isPresent();
    }

    /** Nothing where no message of that name is taken. */
    Optional<CarrierAsk> read(String carrier, XmlElement message) {
        if (message.name().equals("ClaimsNotificationAddRq")) {
            return Optional.of(claim(carrier, message));
        }
        return AcordLines.ofMessage(message.name()).map(line -> modification(carrier, message, line));
    }

    private CarrierAsk modification(String carrier, XmlElement message, AcordLines line) {
        String purpose = required(message, "BusinessPurposeTypeCd");
        Operation operation = PURPOSES.get(purpose);
        if (operation == null) {
            throw AcordRefusal.wrong("BusinessPurposeTypeCd", "The purpose " + purpose + " is not taken");
        }
        XmlElement policy = message.at(line.policy()).orElseThrow(() -> missing(line.policy()));
        String number = required(policy, "PolicyNumber");
        ofLine(carrier, number, line);
        quoted(carrier, policy);
        AcordItemReader items = new AcordItemReader(message);
        boolean change = operation == Operation.POLICY_CHANGE;
        return new CarrierAsk(
                carrier,
                operation,
                number,
                day(message, "TransactionEffectiveDt"),
                reference(message),
                message.text("RemarkText").orElse(""),
                change ? items.changes() : List.of(),
                details(message, operation));
    }

    private static Map<String, String> details(XmlElement message, Operation operation) {
        Map<String, String> details = new TreeMap<>();
        if (operation == Operation.CANCELLATION) {
            XmlElement cancel = message.at("CancelNonRenewInfo").orElseThrow(() -> missing("CancelNonRenewInfo"));
            details.put("requestor", required(cancel, "RequestorCd"));
            cancel.text("CancelReason").ifPresent(reason -> details.put("reason", reason));
        } else if (operation == Operation.REINSTATEMENT) {
            XmlElement reinstate = message.at("ReinstateInfo").orElseThrow(() -> missing("ReinstateInfo"));
            reinstate.text("ReasonDesc").ifPresent(reason -> details.put("reason", reason));
        }
        return details;
    }

    private void ofLine(String carrier, String number, AcordLines line) {
        boolean other = store.policy(carrier, number)
                .filter(policy -> policy.path("lines").valueStream().noneMatch(each -> line.isLine(each.asText())))
                .isPresent();
        if (other) {
            throw AcordRefusal.wrong("LOBCd", "Policy " + number + " is not of this line of business");
        }
    }

    /** A quote that is to be bound must be one of the carrier's. */
    private void quoted(String carrier, XmlElement policy) {
        policy.text("QuoteInfo/CompanysQuoteNumber").ifPresent(quote -> {
            if (store.of(Kind.JOB, carrier).stream()
                    .noneMatch(job -> job.path("quote").asText().equals(quote))) {
                throw AcordRefusal.wrong("QuoteInfo/CompanysQuoteNumber", "There is no quote " + quote);
            }
        });
    }

    private CarrierAsk claim(String carrier, XmlElement message) {
        XmlElement occurrence = message.at("ClaimsOccurrence").orElseThrow(() -> missing("ClaimsOccurrence"));
        XmlElement policy = message.at("Policy").orElseThrow(() -> missing("Policy"));
        Map<String, String> details = new TreeMap<>();
        put(details, "lossTime", occurrence.text("LossTime"));
        put(details, "place", occurrence.text("Addr/Addr1"));
        put(details, "injuries", occurrence.text("DamageDesc"));
        put(details, "reportedBy", message.text("ClaimsParty/GeneralPartyInfo/NameInfo/CommlName/CommercialName"));
        put(details, "phone", message.text("ClaimsParty/GeneralPartyInfo/Communications/PhoneInfo/PhoneNumber"));
        return new CarrierAsk(
                carrier,
                Operation.CLAIM_NOTICE,
                required(policy, "PolicyNumber"),
                day(occurrence, "LossDt"),
                reference(message),
                required(occurrence, "IncidentDesc"),
                List.of(),
                details);
    }

    private static void put(Map<String, String> details, String key, Optional<String> text) {
        text.ifPresent(value -> details.put(key, value));
    }

    private static String reference(XmlElement message) {
        return message.text("ItemIdInfo/AgencyId").orElse("");
    }

    static LocalDate day(XmlElement around, String path) {
        try {
            return LocalDate.parse(required(around, path));
        } catch (DateTimeException unreadable) {
            throw AcordRefusal.wrong(path, path + " is no date");
        }
    }

    static String required(XmlElement around, String path) {
        return around.text(path).orElseThrow(() -> missing(path));
    }

    static AcordRefusal missing(String path) {
        return AcordRefusal.wrong(path, path + " is missing");
    }
}
