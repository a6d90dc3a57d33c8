package org.throughline.intake.portal.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Fields of a form as they were typed, without control characters; a field that is missing is empty. */
final class FormFields {

    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final int LONGEST_MAIL = 254;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\t\\n]]");

    private final Map<String, String> typed;

    FormFields(Map<String, String> typed) {
        this.typed = typed;
    }

    /** A field of several lines. */
    String text(String name) {
        return CONTROLS.matcher(
                        typed.getOrDefault(name, "").replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    /** A field of one line. */
    String line(String name) {
        return text(name).replaceAll("\\s+", " ");
    }

    /** An e-mail address in lower case. */
    String mail(String name) {
        return line(name).toLowerCase(Locale.ROOT);
    }

    static boolean isMail(String text) {
        return text.length() <= LONGEST_MAIL && MAIL.matcher(text).matches();
    }
}
