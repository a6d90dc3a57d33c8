package org.throughline.intake.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * Twilio's signature of a form-encoded call: base64 of HMAC-SHA1 over the address with its query, followed by each
 * field's name and value in the order of the names. The provider is not consistent about the standard port in the
 * address, so both ways are right, as in its own libraries.
 */
final class TwilioSignature {

    private static final Map<String, Integer> STANDARD_PORTS = Map.of("https", 443, "http", 80);

    private TwilioSignature() {}

    /** The signature that the provider would give. */
    static String of(String authToken, String url, SortedMap<String, List<String>> fields) {
        Mac mac = Signatures.hmac("HmacSHA1", authToken);
        mac.update(url.getBytes(StandardCharsets.UTF_8));
        fields.forEach((name, values) ->
                new TreeSet<>(values).forEach(value -> mac.update((name + value).getBytes(StandardCharsets.UTF_8))));
        return Base64.getEncoder().encodeToString(mac.doFinal());
    }

    static boolean matches(String authToken, URI url, SortedMap<String, List<String>> fields, String given) {
        return spellings(url)
                .map(spelling -> Signatures.same(of(authToken, spelling, fields), given))
                .reduce(false, Boolean::logicalOr);
    }

    private static Stream<String> spellings(URI url) {
        Integer standard = STANDARD_PORTS.get(url.getScheme());
        boolean plain = url.getPort() == -1;
        if (standard == null || !(plain || url.getPort() == standard)) {
            return Stream.of(url.toString());
        }
        String rest = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        String host = url.getScheme() + "://" + url.getHost();
        return Stream.of(host + rest, host + ":" + standard + rest);
    }
}
