package org.throughline.servicing.certificate.process;

import org.throughline.platform.engine.ProcessVariable;

/** Variables of {@code certificate-issuance} and {@code certificate-follow-up} beside those of the request. */
public final class CertificateVariables {

    /** Form chosen, such as ACORD_25. */
    static final ProcessVariable<String> CERTIFICATE_FORM = ProcessVariable.text("certificateForm");

    /** Limits below the requirement, comma separated; set only where there are some. */
    static final ProcessVariable<String> LIMIT_GAPS = ProcessVariable.text("limitGaps");

    /** Wording to be checked, line by line, comma separated; transient. */
    static final ProcessVariable<String> WORDING_ITEMS = ProcessVariable.text("wordingItems");

    /** The wording item that is being checked. */
    static final ProcessVariable<String> WORDING_ITEM = ProcessVariable.text("wordingItem");

    /** Answers of wording-support, one a line: {@code WAIVER_OF_SUBROGATION:AUTO=NEEDS_ENDORSEMENT|reason}. */
    static final ProcessVariable<String> WORDING_SUPPORT = ProcessVariable.text("wordingSupport");

    /** True where the certificate may be issued without another look. */
    static final ProcessVariable<Boolean> CERTIFICATE_READY = ProcessVariable.flag("certificateReady");

    /** The checks one a line, for the person who reviews them. */
    static final ProcessVariable<String> CHECK_SUMMARY = ProcessVariable.text("checkSummary");

    /** ISSUE, CORRECT, ASK or DECLINE: what the reviewing person decided. */
    static final ProcessVariable<String> CERTIFICATE_DECISION = ProcessVariable.text("certificateDecision");

    /** Id of the clause chosen for the description. */
    static final ProcessVariable<String> DESCRIPTION_CLAUSE = ProcessVariable.text("descriptionClause");

    /** Description in a licensed person's own words. */
    static final ProcessVariable<String> DESCRIPTION_TEXT = ProcessVariable.text("descriptionText");

    /** The written contract that the wording needs is on file. */
    static final ProcessVariable<Boolean> CONTRACT_HELD = ProcessVariable.flag("contractHeld");

    /** The unchanged form goes out although a changed one was asked for. */
    static final ProcessVariable<Boolean> STANDARD_FORM_ONLY = ProcessVariable.flag("standardFormOnly");

    /** Questions about the property with their facts, comma separated; transient. */
    static final ProcessVariable<String> PROPERTY_QUESTIONS = ProcessVariable.text("propertyQuestions");

    /** The question about the property that is being answered: {@code INTEREST=MORTGAGEE}. */
    static final ProcessVariable<String> PROPERTY_QUESTION = ProcessVariable.text("propertyQuestion");

    /** Answers of property-check, one a line: {@code INTEREST=STOP|reason}. */
    static final ProcessVariable<String> PROPERTY_ANSWERS = ProcessVariable.text("propertyAnswers");

    /** The insured agreed that the requester is told. */
    static final ProcessVariable<String> CONFIRMED_LIMITS = ProcessVariable.text("confirmedLimits");

    static final ProcessVariable<Boolean> CONSENT_HELD = ProcessVariable.flag("consentHeld");

    /** What the reviewing person verified. */
    static final ProcessVariable<String> REVIEW_NOTE = ProcessVariable.text("reviewNote");

    /** True once the mail server took the certificate. */
    static final ProcessVariable<Boolean> DELIVERED = ProcessVariable.flag("delivered");

    /** Why a mail was refused or came back. */
    static final ProcessVariable<String> DELIVERY_PROBLEM = ProcessVariable.text("deliveryProblem");

    /** RESEND or GIVE_UP: what the person decided about a mail that came back. */
    static final ProcessVariable<String> DELIVERY_DECISION = ProcessVariable.text("deliveryDecision");

    private CertificateVariables() {}
}
