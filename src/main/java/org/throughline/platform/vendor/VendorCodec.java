package org.throughline.platform.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON out and in. Text and bytes go out as they are; a call may ask for a {@link VendorAnswer}, a {@link VendorDocument} or
 * plain text. An answer that is not JSON, or JSON cut short, leaves the outcome of a call unknown, so it counts as
 * {@link VendorUnavailable} and the step is tried again.
 */
class VendorCodec implements Encoder, Decoder {

    private final String vendor;
    private final ObjectMapper json;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    VendorCodec(String vendor, ObjectMapper json) {
        this.vendor = vendor;
        this.json = json;
    }

    @Override
    public void encode(Object body, Type bodyType, RequestTemplate template) throws EncodeException {
        if (body instanceof byte[] bytes) {
            template.body(bytes, null);
        } else if (body instanceof String text) {
            template.body(text);
        } else {
            try {
                template.body(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
            } catch (JsonProcessingException broken) {
                throw new EncodeException("A request to " + vendor + " cannot be written as JSON", broken);
            }
        }
    }

    @Override
    public @Nullable Object decode(Response response, Type type) throws IOException {
        if (type == VendorAnswer.class) {
            return new VendorAnswer(response.status(), response.headers(), text(response));
        }
        if (type == VendorDocument.class) {
            return bytes(response);
        }
        if (type == String.class) {
            return plainText(response);
        }
        return document(response, type);
    }

    private String plainText(Response response) throws IOException {
        VendorAnswer answer = new VendorAnswer(response.status(), response.headers(), text(response));
        if (!answer.contentType().equals("text/plain")) {
            throw new VendorUnavailable(vendor + " answered '" + answer.contentType() + "' instead of plain text to "
                    + response.request().httpMethod());
        }
        return answer.body();
    }

    private VendorDocument bytes(Response response) throws IOException {
        String contentType = header(response.headers(), "content-type");
        if (response.body() == null) {
            return new VendorDocument(contentType, new byte[0]);
        }
        try (InputStream in = response.body().asInputStream()) {
            byte[] bytes = in.readNBytes(VendorDocument.LONGEST + 1);
            if (bytes.length > VendorDocument.LONGEST) {
                throw new VendorContractBroken(
                        vendor + " answered with more than the " + VendorDocument.LONGEST + " bytes that are read");
            }
            return new VendorDocument(contentType, bytes);
        }
    }

    private static String text(Response response) throws IOException {
        if (response.body() == null) {
            return "";
        }
        try (InputStream in = response.body().asInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Object document(Response response, Type type) throws IOException {
        String contentType = header(response.headers(), "content-type");
        if (!contentType.toLowerCase(Locale.ROOT).contains("json")) {
            throw new VendorUnavailable(vendor + " answered '" + contentType + "' instead of JSON to "
                    + response.request().httpMethod());
        }
        if (response.body() == null) {
            throw new VendorUnavailable(vendor + " answered with an empty body");
        }
        byte[] bytes;
        try (InputStream in = response.body().asInputStream()) {
            bytes = in.readAllBytes();
        }
        try {
            Object value = readers.computeIfAbsent(type, one -> json.readerFor(json.constructType(one)))
                    .readValue(bytes);
            if (value == null) {
                throw new VendorUnavailable(vendor + " answered with an empty document");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw new VendorUnavailable(vendor + " answered with malformed JSON", broken);
        }
    }

    private static String header(Map<String, Collection<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
