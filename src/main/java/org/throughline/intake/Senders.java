package org.throughline.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the free text that says who sent something: {@code Denise Okafor <denise@okafor.example>}. */
public final class Senders {

    private static final Pattern MAIL = Pattern.compile("[^\\s<>,;:\"()]{1,200}@[^\\s<>,;:\"()]{1,200}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{6,18}[0-9]");

    private Senders() {}

    /** The e-mail address or telephone number in it, in lower case, or empty. */
    public static String address(String sender) {
        Matcher mail = MAIL.matcher(sender);
        if (mail.find()) {
            return mail.group().toLowerCase(Locale.ROOT);
        }
        Matcher phone = PHONE.matcher(sender);
        return phone.find() ? phone.group() : "";
    }

    /** The name in it, or all of it where it is not a name with an address. */
    public static String name(String sender) {
        int bracket = sender.indexOf('<');
        String name = bracket > 0 ? sender.substring(0, bracket) : sender;
        return name.replace("\"", "").strip();
    }
}
