package org.throughline.intake.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes what cannot be guessed, and what of it may be stored. */
@Component
class Secrets {

    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    /** A million codes are tried in a moment, so their hash is one that is slow to make. */
    private final BCryptPasswordEncoder slow = new BCryptPasswordEncoder();

    /** Compared with where there is no code, so that the time of the answer does not tell. */
    private final String nobodysHash = slow.encode("no code");

    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six digits. */
    String code() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
    }

    String codeHash(String code) {
        return slow.encode(code);
    }

    boolean isCode(String typed, String hash) {
        return slow.matches(typed, hash);
    }

    String nobodysHash() {
        return nobodysHash;
    }

    /** A fast hash is enough for what has 256 random bits. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
