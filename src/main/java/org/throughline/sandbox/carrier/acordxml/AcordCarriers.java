package org.throughline.sandbox.carrier.acordxml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;

/** The carriers of the practice book that take anything at all as ACORD XML. */
@Component
@Profile("sandbox")
class AcordCarriers {

    private final List<String> codes = new ArrayList<>();

    AcordCarriers(PracticeBook book) {
        for (JsonNode carrier : book.list("carriers")) {
            boolean takes = carrier.path("channels").properties().stream()
                    .anyMatch(channel -> channel.getValue().asText().equals("ACORD_XML"));
            if (takes) {
                codes.add(carrier.path("code").asText());
            }
        }
    }

    List<String> codes() {
        return List.copyOf(codes);
    }
}
