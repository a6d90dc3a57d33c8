package org.throughline.ams.nowcerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.nowcerts.NowCertsApi.Answer;
import org.throughline.ams.nowcerts.NowCertsApi.DataAnswer;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** Reads ledger payloads, tags what is written with our reference, and checks the vendor's answers. */
@OnNowCerts
@Component
class NowCertsPayloads {

    private final ObjectMapper json;

    NowCertsPayloads(ObjectMapper json) {
        this.json = json;
    }

    <T> T payload(OutboundWrite write, Class<T> type) {
        try {
            return json.readValue(write.payload(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Ledger row " + write.reference() + " has an unreadable payload", broken);
        }
    }

    /** The tag that carries our reference in a text; the brackets keep {@code …-1} from being found in {@code …-12}. */
    static String tag(OutboundWrite write) {
        return "[" + write.reference() + "]";
    }

    /** The id in a successful answer. */
    static String accepted(Answer answer) {
        refuseIfFailed(answer.status(), answer.message());
        return known(answer.databaseId());
    }

    /** The id in a successful answer. */
    static String accepted(DataAnswer answer) {
        refuseIfFailed(answer.status(), answer.message());
        JsonNode data = answer.data();
        if (data == null) {
            return known(null);
        }
        return known(data.path(data.has("database_id") ? "database_id" : "databaseId")
                .asText(""));
    }

    private static void refuseIfFailed(int status, @Nullable String message) {
        if (status != 1) {
            throw new VendorRejected("NowCerts refused: " + (message == null ? "no reason given" : message));
        }
    }

    private static String known(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new VendorUnavailable("NowCerts confirmed a write without its id; it is looked up again");
        }
        return id;
    }
}
