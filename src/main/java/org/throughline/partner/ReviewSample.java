package org.throughline.partner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.CallableFromModels;

/**
 * Draws the share of partners' work that the agency looks at, by a keyed hash of the request's number: the same request is
 * always drawn or never, and who does not have the key cannot tell which. Models call it as {@code ${reviewSample.isDrawn(…)}}.
 */
@Component
@CallableFromModels
public class ReviewSample {

    private static final String ALGORITHM = "HmacSHA256";
    private static final long PLACES = 10_000;

    private final PartnerProperties settings;

    public ReviewSample(PartnerProperties settings) {
        this.settings = settings;
    }

    /**
     * True where the request is in the sample.
     *
     * @param percent share that is looked at, 0 to 100
     */
    public boolean isDrawn(String requestNumber, Number percent) {
        return place(requestNumber) < percent.doubleValue() / 100 * PLACES;
    }

    private long place(String requestNumber) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.samplingKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal(requestNumber.getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PLACES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
