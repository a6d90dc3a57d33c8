package org.throughline.intake.portal;

/** Where a request stands, in the client's words. */
public enum Stage {
    RECEIVED("Received", "We have your request and are reading it."),
    IN_WORK("Being worked on", "Somebody at our agency has your request in hand."),
    WAITING_FOR_YOU(
            "Waiting for you",
            "We need an answer from you to go on. Please look for our e-mail with the request number in its subject, and reply"
                    + " to it."),
    WITH_THE_CARRIER(
            "Sent to the carrier, not yet confirmed",
            "The insurance company has it and has not answered yet. Until we confirm it to you, no coverage has been added or"
                    + " changed."),
    CONFIRMED("Confirmed by the carrier", "The insurance company has confirmed it. We are finishing the paperwork."),
    ON_ITS_WAY("On its way", "It is ready and is being sent."),
    DONE("Done", "Your request is finished."),
    NOT_POSSIBLE("Closed, not carried out", "We could not do what was asked. Our message to you says why."),
    WITHDRAWN("Withdrawn", "The request was withdrawn. Nothing was changed."),
    KNOWN("Closed, we have it already", "We had this request before and go on with the earlier one."),
    NOTHING_TO_DO(
            "Closed, nothing to do", "We found nothing in it that needed work from us. Call us if that is wrong.");

    private final String headline;
    private final String sentence;

    Stage(String headline, String sentence) {
        this.headline = headline;
        this.sentence = sentence;
    }

    public String headline() {
        return headline;
    }

    public String sentence() {
        return sentence;
    }

    /** The stage of a request's status; work that this page has no word for is work. */
    static Stage of(String status) {
        return switch (status) {
            case "NEW", "TRIAGE" -> RECEIVED;
            case "AWAITING_INFO" -> WAITING_FOR_YOU;
            case "SUBMITTED_TO_CARRIER", "AWAITING_CARRIER" -> WITH_THE_CARRIER;
            case "CONFIRMED" -> CONFIRMED;
            case "DELIVERING" -> ON_ITS_WAY;
            case "DONE" -> DONE;
            case "DECLINED" -> NOT_POSSIBLE;
            case "WITHDRAWN" -> WITHDRAWN;
            case "DUPLICATE" -> KNOWN;
            case "NOT_WORK" -> NOTHING_TO_DO;
            default -> IN_WORK;
        };
    }
}
