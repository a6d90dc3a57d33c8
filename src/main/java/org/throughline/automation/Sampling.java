package org.throughline.automation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Draws which finished requests are looked at. The draw is a keyed hash of the request's number (HMAC-SHA256): the same
 * request always draws the same, so it can be checked afterwards, and a higher rate only adds requests. The key is the
 * database's own, so that nobody can tell beforehand which number will be drawn.
 */
@Component
public class Sampling {

    private static final String HASH = "HmacSHA256";
    private static final int PRECISE_BITS = 53;

    private final SamplingKey key;

    public Sampling(SamplingKey key) {
        this.key = key;
    }

    /** Where the request stands among all, evenly from 0 up to but not including 100. */
    public double draw(String requestNumber) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.US_ASCII), HASH));
            byte[] digest = mac.doFinal(requestNumber.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = bits << Byte.SIZE | Byte.toUnsignedLong(digest[i]);
            }
            return 100 * ((bits >>> (Long.SIZE - PRECISE_BITS)) * 0x1.0p-53);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HASH, e);
        }
    }

    /** True where the request is looked at when that many in a hundred are. */
    public boolean chosen(String requestNumber, double percent) {
        return draw(requestNumber) < percent;
    }
}
