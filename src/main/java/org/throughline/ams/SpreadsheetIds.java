package org.throughline.ams;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Ids of clients whom only a spreadsheet has. No agency management system gives ids that look like them, so nothing that is
 * meant for such a client can reach somebody else there.
 */
public final class SpreadsheetIds {

    /** The most characters that a client number in a spreadsheet may have. */
    public static final int LONGEST_NUMBER = 40;

    private static final String NUMBERED = "SHEET-";
    private static final String NAMED = "SHEET=";
    private static final int DIGEST = 32;

    private SpreadsheetIds() {}

    /** The id of the client with this number in the spreadsheet. */
    public static String ofNumber(String number) {
        return NUMBERED + number.strip();
    }

    /** The id of a client that has no number: the same name in the same state is the same client. */
    public static String ofName(String name, String state) {
        String said = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) + "|" + state;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return NAMED + HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True for the id of a client that the agency management system does not have. */
    public static boolean isOne(String clientId) {
        return clientId.startsWith(NUMBERED) || clientId.startsWith(NAMED);
    }

    /** The client's number in the spreadsheet; empty where it has none there. */
    public static String number(String clientId) {
        return clientId.startsWith(NUMBERED) ? clientId.substring(NUMBERED.length()) : "";
    }
}
