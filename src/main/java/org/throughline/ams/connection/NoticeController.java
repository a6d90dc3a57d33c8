package org.throughline.ams.connection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.ams.AmsNotices;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.web.Problem;

/**
 * What agency management systems tell of by themselves. The token, the last part of the address that is set at the vendor
 * or in a header, says whose it is. Acknowledged once it is kept.
 */
@RestController
@SecurityRequirements
public class NoticeController {

    /** Carries the token where it does not stand in the address. */
    public static final String HEADER = "X-Throughline-Token";

    private static final int LARGEST = 256 * 1024;

    private final Supplier<Map<Agency, AmsNotices>> listening;

    @Autowired
    NoticeController(AmsConnections connections) {
        this(connections::notices);
    }

    /** For what the agencies have that listens. */
    public NoticeController(Supplier<Map<Agency, AmsNotices>> listening) {
        this.listening = listening;
    }

    @Operation(summary = "A notification by EZLynx, with the token of the agency as the last part of the address")
    @PostMapping("/webhooks/ezlynx/{token}")
    void byAddress(@PathVariable("token") String token, HttpServletRequest request) throws IOException {
        accept(token, request);
    }

    @Operation(summary = "A notification by EZLynx, with the token of the agency in the header " + HEADER)
    @PostMapping("/webhooks/ezlynx")
    void byHeader(@RequestHeader(name = HEADER, required = false) @Nullable String token, HttpServletRequest request)
            throws IOException {
        accept(token == null ? "" : token, request);
    }

    private void accept(String token, HttpServletRequest request) throws IOException {
        Map<Agency, AmsNotices> all = listening.get();
        if (all.values().stream().noneMatch(AmsNotices::isSetUp)) {
            throw Problem.notFound("The EZLynx webhook is not set up here."
                    + " An administrator sets throughline.ams.ezlynx.webhook-token.");
        }
        Map.Entry<Agency, AmsNotices> known = all.entrySet().stream()
                .filter(one -> one.getValue().isSetUp() && one.getValue().isToken(token))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("The token of this call is not the one that was set for EZLynx."));
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "A notification has at most 256 KB.");
        }
        AgencyScope.run(known.getKey(), () -> known.getValue().take(body));
    }
}
