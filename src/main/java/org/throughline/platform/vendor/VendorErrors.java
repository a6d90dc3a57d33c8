package org.throughline.platform.vendor;

import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Turns an HTTP error into what it means for the step: try again, or have a person look. */
class VendorErrors implements ErrorDecoder {

    private static final int EXCERPT = 500;
    private static final int WHOLE = 16_384;

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String vendor;
    private final String loginHeader;
    private final Clock clock;
    private final VendorProblems problems;

    VendorErrors(String vendor, String loginHeader, Clock clock, VendorProblems problems) {
        this.vendor = vendor;
        this.loginHeader = loginHeader;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public Exception decode(String method, Response response) {
        int status = response.status();
        String body = body(response);
        String message = vendor + " answered HTTP " + status + " to " + method + ": "
                + body.substring(0, Math.min(EXCERPT, body.length()));
        if (status == 401) {
            Collection<String> sent = response.request().headers().getOrDefault(loginHeader, List.of());
            return new VendorUnauthorized(message, sent.stream().findFirst().orElse(null));
        }
        Optional<Duration> pause = pause(response);
        if (status == 429 || (status == 503 && pause.isPresent())) {
            return new VendorBusy(message, pause.orElse(USUAL_PAUSE));
        }
        RuntimeException own = problems.read(new VendorProblems.Problem(
                status, response.request().httpMethod().name(), vendor + " to " + method, body));
        if (own != null) {
            return own;
        }
        if (status == 408 || status == 425 || status >= 500) {
            return new VendorUnavailable(message);
        }
        return status == 404 ? new VendorNotFound(message) : new VendorContractBroken(message);
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), within reason. */
    private Optional<Duration> pause(Response response) {
        return response.headers().getOrDefault("Retry-After", List.of()).stream()
                .findFirst()
                .map(String::strip)
                .flatMap(this::parsed)
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Optional<Duration> parsed(String value) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static String body(Response response) {
        if (response.body() == null) {
            return "(no body)";
        }
        try (InputStream in = response.body().asInputStream()) {
            return new String(in.readNBytes(WHOLE), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "(body unreadable: " + unreadable.getMessage() + ")";
        }
    }
}
