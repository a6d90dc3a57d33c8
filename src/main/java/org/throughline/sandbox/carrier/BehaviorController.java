package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.PracticeBook;

/** For the practice agency's admin: how the carriers decide. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/_behavior")
class BehaviorController {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_DELAY = 86_400L * 365;

    private final Behaviors behaviors;
    private final Underwriting underwriting;
    private final List<String> carriers;

    BehaviorController(Behaviors behaviors, Underwriting underwriting, PracticeBook book) {
        this.behaviors = behaviors;
        this.underwriting = underwriting;
        this.carriers = new ArrayList<>();
        book.list("carriers")
                .forEach(carrier -> carriers.add(carrier.path("code").asText()));
    }

    /** The behavior of each carrier, by its code. */
    @GetMapping
    ObjectNode all() {
        ObjectNode answer = JSON.createObjectNode();
        carriers.forEach(carrier -> answer.set(carrier, json(behaviors.of(carrier))));
        return answer;
    }

    /** Sets it for one carrier, or without {@code carrier} for all; what an underwriter has is decided anew. */
    @PutMapping
    ObjectNode set(@RequestBody JsonNode body) {
        Behavior.Mode mode = Behavior.Mode.of(body.path("mode").asText(""))
                .orElseThrow(() -> wrong("mode is one of "
                        + Stream.of(Behavior.Mode.values())
                                .map(Behavior.Mode::word)
                                .collect(Collectors.joining(", "))));
        long seconds = body.path("delaySeconds").asLong(0);
        if (seconds < 0 || seconds > LONGEST_DELAY) {
            throw wrong("delaySeconds is a number of seconds, at most a year");
        }
        String carrier = carrier(body.path("carrier").asText(""));
        Behavior behavior = new Behavior(mode, Duration.ofSeconds(seconds));
        behaviors.set(carrier, behavior);
        underwriting.settle();
        return json(behavior).put("carrier", carrier);
    }

    private @Nullable String carrier(String code) {
        if (code.isBlank()) {
            return null;
        }
        if (!carriers.contains(code)) {
            throw wrong("carrier is one of " + String.join(", ", carriers));
        }
        return code;
    }

    private static ObjectNode json(Behavior behavior) {
        return JSON.createObjectNode()
                .put("mode", behavior.mode().word())
                .put("delaySeconds", behavior.delay().toSeconds());
    }

    private static ResponseStatusException wrong(String what) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
    }
}
