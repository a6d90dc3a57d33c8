package org.throughline.sandbox.epic;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Addresses for files, each good for one file, one direction and a time, and for as long as the process lives. */
@Component
@Profile("sandbox")
class EpicFileLinks {

    private final String secret = UUID.randomUUID().toString();
    private final EpicSandboxProperties properties;
    private final Clock clock;

    EpicFileLinks(EpicSandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** When an address made now stops being good, in seconds. */
    long end() {
        return clock.instant().plus(properties.uploadsGoodFor()).getEpochSecond();
    }

    boolean over(long end) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    String url(HttpServletRequest request, String direction, String id, long end) {
        return EpicHal.host(request) + "/files/" + direction + "/" + id + "?expires=" + end + "&key="
                + key(direction, id, end) + "%3D%3D";
    }

    boolean good(String direction, String id, long end, String key) {
        return key.equals(key(direction, id, end) + "==") && !over(end);
    }

    private String key(String direction, String id, long end) {
        String signed = secret + direction + id + end;
        return UUID.nameUUIDFromBytes(signed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
