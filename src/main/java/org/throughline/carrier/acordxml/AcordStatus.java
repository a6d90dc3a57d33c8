package org.throughline.carrier.acordxml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.platform.xml.XmlElement;

/**
 * What {@code MsgStatus} says of a message. The codes of the standard's lists are confirmed, and their meaning with them;
 * {@code Referral}, {@code Refer}, {@code Decline} and {@code Declined} are carriers' own, seen in use.
 *
 * @param code {@code MsgStatusCd}, as the carrier writes it
 * @param error {@code MsgErrorCd}, empty where there is none
 * @param texts the carrier's own words, each once
 * @param incomplete whether the carrier names data that is missing or wrong
 */
record AcordStatus(String code, String error, List<String> texts, boolean incomplete) {

    /** How far the carrier is. */
    enum Verdict {
        DONE,
        PENDING,
        REFERRED,
        DECLINED
    }

    AcordStatus {
        texts = List.copyOf(texts);
    }

    static AcordStatus of(XmlElement message) {
        List<String> texts = Stream.of(
                        "MsgStatus/MsgStatusDesc",
                        "MsgStatus/ExtendedStatus/ExtendedStatusDesc",
                        "MsgStatus/ChangeStatus/ChangeDesc",
                        "ChangeStatus/ChangeDesc")
                .flatMap(message::all)
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        boolean incomplete = message.all("MsgStatus/ExtendedStatus").anyMatch(AcordStatus::namesData);
        return new AcordStatus(
                message.text("MsgStatus/MsgStatusCd").orElse(""),
                message.text("MsgStatus/MsgErrorCd").orElse(""),
                texts,
                incomplete);
    }

    private static boolean namesData(XmlElement extended) {
        String code = extended.text("ExtendedStatusCd").orElse("").toLowerCase(Locale.ROOT);
        return extended.text("MissingElementPath").isPresent() || code.contains("missing") || code.contains("invalid");
    }

    /** The carrier knows a message of this {@code RqUID} already. */
    boolean isDuplicate() {
        return isError() && (error.equals("DuplicateRqUID") || error.equals("DuplicateUID"));
    }

    /** The carrier does not have, or does not give, what an inquiry asks for. */
    boolean isWithoutAnswer() {
        return code.equalsIgnoreCase("Rejected")
                || (isError() && (error.equals("UnSyncAble") || error.equals("Unsupported")));
    }

    private boolean isError() {
        return code.equalsIgnoreCase("Error");
    }

    /**
     * What has become of the message.
     *
     * @throws VendorUnavailable the carrier could not deal with it now
     * @throws VendorRejected a person corrects it, or takes another way
     * @throws VendorContractBroken no status of the standard and none that carriers are known to use
     */
    Verdict verdict() {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "success", "successwithinfo", "successwithchanges" -> Verdict.DONE;
            case "responsepending", "resultpendingoutofband", "pendingneedinformation" -> Verdict.PENDING;
            case "referral", "refer", "referred" -> Verdict.REFERRED;
            case "decline", "declined" -> Verdict.DECLINED;
            case "rejected" -> rejected();
            case "error" -> throw failed();
            default -> throw new VendorContractBroken("An answer has the unknown status '" + code + "': " + said());
        };
    }

    /** A refusal for business reasons is an answer; one for what is missing is for a person to correct. */
    private Verdict rejected() {
        if (incomplete) {
            throw new VendorRejected(said());
        }
        return Verdict.DECLINED;
    }

    private RuntimeException failed() {
        return switch (error) {
            case "NotAvailable", "GeneralFailure" -> new VendorUnavailable(said());
            case "InvalidRqUID", "InvalidUID" -> new VendorContractBroken(said());
            case "Unsupported" ->
                new VendorRejected(said() + ": the carrier does not take this message, so ask it by mail or portal");
            case "OutOfSync" ->
                new VendorRejected(said() + ": the carrier's policy is not as we have it, so compare them first");
            default -> new VendorRejected(said());
        };
    }

    /** The carrier's words, or its codes where it has none. */
    String said() {
        String codes = error.isEmpty() ? code : code + " " + error;
        return texts.isEmpty() ? codes : String.join("; ", texts) + " (" + codes + ")";
    }
}
