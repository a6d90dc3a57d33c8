package org.throughline.intake.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import org.throughline.intake.Content;

/**
 * The signature of a form provider: {@code t=<seconds since 1970>,v1=<hex>}, where v1 is HMAC-SHA256 over the time, a
 * dot and the body. A provider that changes its key sends a v1 for each.
 */
record FormSignature(String time, Instant at, List<String> hashes) {

    static final String HEADER = "X-Throughline-Signature";
    private static final int MOST_HASHES = 5;

    /** Reads the header; empty where it is not such a signature. */
    static Optional<FormSignature> parse(String header) {
        String time = "";
        List<String> hashes = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                time = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1") && hashes.size() < MOST_HASHES) {
                hashes.add(pair[1]);
            }
        }
        return time.matches("\\d{1,11}") && !hashes.isEmpty()
                ? Optional.of(new FormSignature(time, Instant.ofEpochSecond(Long.parseLong(time)), hashes))
                : Optional.empty();
    }

    boolean isWithin(Duration tolerance, Instant now) {
        return Duration.between(at, now).abs().compareTo(tolerance) <= 0;
    }

    /** The hash that one of the secrets gives for this time and body, if the header carries it. */
    Optional<String> verified(List<String> secrets, Content body) throws IOException {
        for (String secret : secrets) {
            if (secret.isBlank()) {
                continue;
            }
            String expected = hash(secret, time, body);
            if (hashes.stream().map(given -> Signatures.same(expected, given)).reduce(false, Boolean::logicalOr)) {
                return Optional.of(expected);
            }
        }
        return Optional.empty();
    }

    static String hash(String secret, String time, Content body) throws IOException {
        Mac mac = Signatures.hmac("HmacSHA256", secret);
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = body.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                mac.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
