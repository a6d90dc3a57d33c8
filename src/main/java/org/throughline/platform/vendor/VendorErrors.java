package org.throughline.platform.vendor;

import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Turns an HTTP error into what it means for the step: try again, or have a person look. */
class VendorErrors implements ErrorDecoder {

    private static final int EXCERPT = 500;

    private final String vendor;

    VendorErrors(String vendor) {
        this.vendor = vendor;
    }

    @Override
    public Exception decode(String method, Response response) {
        int status = response.status();
        String message = vendor + " answered HTTP " + status + " to " + method + ": " + excerpt(response);
        if (status == 401) {
            Collection<String> sent = response.request().headers().getOrDefault("Authorization", List.of());
            return new VendorUnauthorized(message, sent.stream().findFirst().orElse(null));
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return new VendorUnavailable(message);
        }
        return new VendorContractBroken(message);
    }

    private static String excerpt(Response response) {
        if (response.body() == null) {
            return "(no body)";
        }
        try (InputStream in = response.body().asInputStream()) {
            return new String(in.readNBytes(EXCERPT), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "(body unreadable: " + unreadable.getMessage() + ")";
        }
    }
}
