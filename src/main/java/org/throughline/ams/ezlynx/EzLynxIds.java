package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The vendor's numbers, which its writes answer with bare. */
final class EzLynxIds {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EzLynxIds() {}

    static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    /** An applicant's number as the vendor takes it in a body. */
    static long applicant(String clientId) {
        if (!isId(clientId)) {
            throw new VendorRejected("EZLynx has no applicant '" + clientId + "'");
        }
        return Long.parseLong(clientId);
    }

    /**
     * The number in an answer that is nothing but a number, as plain text or as JSON, or an object with one. It may have
     * been cut on its way and still be a number, so whoever writes looks at what it stands for before believing it.
     *
     * @throws VendorUnavailable if there is none: whether the write took effect is unknown
     */
    static String bare(VendorAnswer answer, String field) {
        String type = answer.contentType();
        String text = answer.body().strip();
        if (type.equals("text/plain") && isId(text)) {
            return text;
        }
        if (type.endsWith("json")) {
            try {
                JsonNode body = JSON.readTree(text);
                String id = (body.isObject() ? body.path(field) : body).asText();
                if (isId(id)) {
                    return id;
                }
            } catch (JsonProcessingException cut) {
                throw new VendorUnavailable("EZLynx confirmed a write with a broken answer", cut);
            }
        }
        throw new VendorUnavailable("EZLynx confirmed a write without its number, as '" + type + "'");
    }
}
