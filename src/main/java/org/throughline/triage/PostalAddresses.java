package org.throughline.triage;

import org.throughline.platform.text.QuickPattern;

/** How postal addresses of the United States are written, in one line or several. */
final class PostalAddresses {

    private static final String STATE =
            "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])";
    private static final String STREET_TYPE =
            "(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Pl|Place|Way|Pkwy|Parkway|Hwy|Highway|Trl|Trail|Cir|Circle|Loop|Ter|Terrace|Sq|Square)\\b";
    private static final String START = "(?:\\d{1,6}(?:-\\d{1,6})?\\s+[A-Z0-9]|P\\.?\\s?O\\.?\\s?Box\\s+\\d)";

    /** An address anywhere in a text: it ends with a ZIP code, or with a state after a street and a town. */
    static final QuickPattern ANYWHERE = QuickPattern.compile("(?<![\\w$-])" + START
            + "(?:[^\\n;:=]{2,70}?(?:,|\\n|\\s))(?:[^\\n;:=]{1,40}?(?:,|\\n|\\s)){0,2}?\\s*" + STATE
            + "\\.?,?\\s+\\d{5}(?:-\\d{4})?\\b|(?<![\\w$-])\\d{1,6}(?:-\\d{1,6})?\\s+[A-Z][^\\n;:=.,]{1,40}?\\s"
            + STREET_TYPE
            + "\\.?,[^\\n;:=.]{2,40}?[ ,]" + STATE + "\\b");

    /** An address or the start of one in a line, to be put after what introduces it. */
    static final String LINE =
            "((?:\\d{1,6}|P\\.?\\s?O\\.?\\s?Box)[^\\n;]{4,90}?\\b" + STATE + "\\.?,?(?:\\s+\\d{5}(?:-\\d{4})?)?\\b)";

    private PostalAddresses() {}
}
