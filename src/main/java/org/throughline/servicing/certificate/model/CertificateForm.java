package org.throughline.servicing.certificate.model;

import java.util.Locale;

/** The forms that the decision {@code certificate-form} chooses from, by the number of the ACORD form they answer. */
public enum CertificateForm {
    ACORD_24("Certificate of Property Insurance"),
    ACORD_25("Certificate of Liability Insurance"),
    ACORD_27("Evidence of Property Insurance"),
    ACORD_28("Evidence of Commercial Property Insurance"),
    /** A form that a state or a public body prescribes; a person fills it in. */
    STATE_FORM("Form Prescribed by a State or Public Body");

    private final String title;

    CertificateForm(String title) {
        this.title = title;
    }

    /** The heading of the document. */
    public String title() {
        return title;
    }

    /** The document in a sentence: {@code evidence of property insurance}. */
    public String words() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** True for what a party with an interest in the property gets. */
    public boolean evidence() {
        return this == ACORD_27 || this == ACORD_28;
    }

    /** True for a document about property. */
    public boolean property() {
        return this == ACORD_24 || evidence();
    }

    /** First word of the document's name in a file name. */
    public String filePrefix() {
        return evidence() ? "Evidence" : "Certificate";
    }
}
