package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;

/** Who and what the practice agency works with, which no call changes: its people, its carriers, lines of business. */
@Component
@Profile("sandbox")
class NowCertsDirectory {

    private final PracticeBook book;

    NowCertsDirectory(PracticeBook book) {
        this.book = book;
    }

    /** The rows of the list of that name. */
    Optional<List<ObjectNode>> rows(String list) {
        return switch (list.toLowerCase(Locale.ROOT)) {
            case "agentlist" -> Optional.of(agents());
            case "carrierdetaillist" -> Optional.of(carriers());
            case "lineofbusinesslist" -> Optional.of(lines());
            default -> Optional.empty();
        };
    }

    private List<ObjectNode> agents() {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode person : book.list("staff")) {
            String name = person.path("name").asText();
            int space = name.indexOf(' ');
            rows.add(row("agent " + person.path("userId").asText())
                    .put("firstName", space < 0 ? name : name.substring(0, space))
                    .put("lastName", space < 0 ? "" : name.substring(space + 1))
                    .put("email", person.path("email").asText())
                    .put("primaryRole", person.path("role").asText().equals("producer") ? "Agent/Producer" : "CSR")
                    .put(
                            "npnNumber",
                            person.path("licenses").path(0).path("npn").asText(null))
                    .put("userDisplayName", name)
                    .put("agentIs", "Person")
                    .put("active", true)
                    .put("changeDate", changed()));
        }
        return rows;
    }

    private List<ObjectNode> carriers() {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode carrier : book.list("carriers")) {
            for (JsonNode company : carrier.path("writingCompanies")) {
                rows.add(row("carrier " + company.path("naic").asText())
                        .put("name", company.path("name").asText())
                        .put("naic", company.path("naic").asText())
                        .put("active", true)
                        .put("createDate", changed())
                        .put("changeDate", changed()));
            }
        }
        return rows;
    }

    private List<ObjectNode> lines() {
        List<ObjectNode> rows = new ArrayList<>();
        NowCertsSeed.LINES.forEach((code, name) -> rows.add(row("line " + code)
                .put("name", name)
                .put("class", code.startsWith("PERSONAL") || code.equals("HOME") ? "Personal" : "Commercial")
                .put("createDate", changed())
                .put("changeDate", changed())));
        return rows;
    }

    private static ObjectNode row(String name) {
        return Answers.JSON
                .createObjectNode()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private String changed() {
        return book.today()
                .minusDays(1)
                .atStartOfDay(book.zone())
                .toOffsetDateTime()
                .toString();
    }
}
