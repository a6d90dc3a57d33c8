package org.throughline.sandbox.carrier.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;

/** Which address takes requests for which carrier: its own service desk, or the wholesaler that stands before it. */
@Component
@Profile("sandbox")
class CarrierDesks {

    private final Map<String, String> carriers = new LinkedHashMap<>();

    CarrierDesks(PracticeBook book) {
        for (JsonNode carrier : book.list("carriers")) {
            String code = carrier.path("code").asText();
            String own = "service@" + carrier.path("emailDomains").path(0).asText();
            carriers.put(wholesaler(book, code, own), code);
        }
    }

    private static String wholesaler(PracticeBook book, String carrier, String otherwise) {
        for (JsonNode wholesaler : book.list("wholesalers")) {
            for (JsonNode code : wholesaler.path("carriers")) {
                if (code.asText().equals(carrier)) {
                    return wholesaler.path("email").asText();
                }
            }
        }
        return otherwise;
    }

    /** Codes of carriers by the address of their desk. */
    Map<String, String> byAddress() {
        return carriers;
    }
}
