package org.throughline.carrier.policychange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorUnavailable;

/** The vendor's envelope. Attributes differ from carrier to carrier and stay a tree. */
final class PolicyChangeWire {

    private PolicyChangeWire() {}

    /** A request's body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(Data data, @Nullable Map<String, Object> included) {

        static Request of(Map<String, Object> attributes) {
            return new Request(new Data(attributes, null), null);
        }

        /** Only if the resource is still as it was read. */
        static Request of(Map<String, Object> attributes, @Nullable String checksum) {
            return new Request(new Data(attributes, checksum), null);
        }
    }

    /** What a request says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(Map<String, Object> attributes, @Nullable String checksum) {}

    /** An answer with one resource. */
    record One(@Nullable Resource data) {

        Resource resource() {
            if (data == null) {
                throw new VendorUnavailable("A carrier answered without data; it is looked up again");
            }
            return data;
        }
    }

    /** A page of resources. */
    record Page(@Nullable List<Resource> data, @Nullable JsonNode links) {

        List<Resource> rows() {
            return Objects.requireNonNullElse(data, List.of());
        }

        boolean more() {
            return links != null && links.path("next").has("href");
        }
    }

    /** A resource and the checksum of its state. */
    record Resource(@Nullable JsonNode attributes, @Nullable String checksum) {

        /** Text at a path such as {@code jobStatus.code}; empty where there is none. */
        String text(String path) {
            JsonNode node = at(path);
            return node.isValueNode() && !node.isNull() ? node.asText() : "";
        }

        JsonNode at(String path) {
            JsonNode node = attributes == null ? MissingNode.getInstance() : attributes;
            for (String step : path.split("\\.", -1)) {
                node = node.path(step);
            }
            return node;
        }

        String id() {
            return text("id");
        }

        @Nullable
        BigDecimal money(String path) {
            String amount = text(path + ".amount");
            return amount.isEmpty() ? null : new BigDecimal(amount);
        }

        /** The day of a date or of a time. */
        @Nullable
        LocalDate day(String path) {
            String text = text(path);
            try {
                return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }
}
