package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in the vendor's shape. */
final class SeedPlaces {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINE = Pattern.compile("(.*), ([^,]+) ([A-Z]{2}) (\\d{5})");

    private SeedPlaces() {}

    static ObjectNode place(JsonNode address) {
        return place(
                address.path("line1").asText(""),
                address.path("city").asText(""),
                address.path("state").asText(""),
                address.path("postalCode").asText(""));
    }

    /** From {@code PO Box 118, Dayton OH 45401}; anything else stands in the first line. */
    static ObjectNode place(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? place(parts.group(1), parts.group(2), parts.group(3), parts.group(4))
                : place(line, "", "", "");
    }

    private static ObjectNode place(String address, String city, String state, String zip) {
        return JSON.createObjectNode()
                .put("address1", address)
                .put("address2", "")
                .put("city", city)
                .put("state", state)
                .put("zip", zip)
                .put("countryCode", "US")
                .put("county", "");
    }
}
