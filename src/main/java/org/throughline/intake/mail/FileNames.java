package org.throughline.intake.mail;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of attached files, made safe to show and to save: no path, no control or direction marks, no device's name. */
public final class FileNames {

    private static final int LONGEST = 200;
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/plain", "txt",
            "text/calendar", "ics",
            "text/vcard", "vcf",
            "text/x-vcard", "vcf",
            "message/rfc822", "eml",
            "application/octet-stream", "bin",
            "image/jpeg", "jpg",
            "application/pkcs7-signature", "p7s",
            "application/pkcs7-mime", "p7m",
            "application/pgp-signature", "asc");

    private FileNames() {}

    /** The name, or one that says what it is where there is none left. */
    public static String safe(@Nullable String given, String type, int number) {
        String name = given == null ? "" : UNSEEN.matcher(given).replaceAll("").strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            String subtype = type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9.+-]", "");
            return "attachment-" + number + "." + EXTENSIONS.getOrDefault(type, subtype.isEmpty() ? "bin" : subtype);
        }
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }

    /** The extension in lower case, or empty. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
