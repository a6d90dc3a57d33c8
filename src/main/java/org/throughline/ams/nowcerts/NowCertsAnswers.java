package org.throughline.ams.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.nowcerts.NowCertsApi.Answer;
import org.throughline.ams.nowcerts.NowCertsApi.DataAnswer;
import org.throughline.ams.nowcerts.NowCertsApi.FileRow;
import org.throughline.ams.nowcerts.NowCertsApi.Files;
import org.throughline.ams.nowcerts.NowCertsApi.FilesAnswer;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** Checks the vendor's answers to writes. */
final class NowCertsAnswers {

    private NowCertsAnswers() {}

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

    /** The files of a folder. */
    static List<FileRow> files(FilesAnswer answer) {
        refuseIfFailed(answer.status(), answer.message());
        Files data = answer.data();
        List<FileRow> files = data == null ? null : data.files();
        return files == null ? List.of() : files;
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
