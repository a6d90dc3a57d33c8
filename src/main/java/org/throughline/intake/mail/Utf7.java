package org.throughline.intake.mail;

import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which the platform does not decode. */
final class Utf7 {

    private Utf7() {}

    static String decode(String text) {
        StringBuilder decoded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '+') {
                decoded.append(c);
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && LenientBase64.isDigit(text.charAt(end)) && text.charAt(end) != '-') {
                end++;
            }
            decoded.append(
                    end == at + 1
                            ? "+"
                            : new String(LenientBase64.decode(text.substring(at + 1, end)), StandardCharsets.UTF_16BE));
            at = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return decoded.toString();
    }
}
