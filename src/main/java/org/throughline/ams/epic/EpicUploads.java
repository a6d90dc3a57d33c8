package org.throughline.ams.epic;

import feign.Headers;
import feign.RequestLine;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorUnavailable;

/** Sends files to the addresses that the vendor makes for them; such an address is its own credential and expires. */
@OnEpic
@Component
class EpicUploads {

    private final VendorClients clients;
    private final EpicProperties properties;

    EpicUploads(VendorClients clients, EpicProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    /** Documented: the file's bytes and nothing else. The address is the client's base URL. */
    interface Upload {

        @RequestLine("PUT ")
        @Headers("Content-Type: application/octet-stream")
        VendorAnswer put(byte[] bytes);
    }

    /** The address is not good any more. */
    private static final class Gone extends RuntimeException {

        Gone(String message) {
            super(message);
        }
    }

    /**
     * Sends a file.
     *
     * @return false if the address is not good any more
     */
    boolean put(String uploadUrl, byte[] bytes) {
        Upload upload = clients.create(
                EpicConfiguration.VENDOR + " files",
                Upload.class,
                properties.at(URI.create(uploadUrl)),
                null,
                problem -> switch (problem.status()) {
                    case 400, 403, 404, 410 -> new Gone(problem.body());
                    default -> null;
                });
        try {
            VendorAnswer answer = upload.put(bytes);
            if (answer.contentType().equals("text/html")) {
                throw new VendorUnavailable("A page came in answer to a file for Applied Epic");
            }
            return true;
        } catch (Gone gone) {
            return false;
        }
    }
}
