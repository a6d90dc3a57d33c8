package org.throughline.assistant.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorUnavailable;

/** The part of the chat interface that is used: one question, one answer, no stream. */
interface ChatApi {

    /**
     * Completes a conversation.
     *
     * @throws VendorUnavailable if the provider cannot be reached, is late, overloaded or answers no JSON
     * @throws VendorContractBroken if it refuses the question
     */
    @RequestLine("POST /chat/completions")
    @Headers({"Content-Type: application/json", "Accept: application/json"})
    Answer complete(Question question);

    /**
     * A question.
     *
     * @param responseFormat {@code {"type": "json_object"}}
     */
    record Question(
            String model,
            List<Message> messages,
            double temperature,
            @JsonProperty("max_tokens") int maxTokens,
            @JsonProperty("response_format") Map<String, String> responseFormat) {}

    /** One turn; the role is {@code system} or {@code user}. */
    record Message(@Nullable String role, @Nullable String content) {}

    /** An answer; whatever the provider leaves out is null. */
    record Answer(@Nullable String model, @Nullable List<Choice> choices) {}

    /** One of the answers; only one is asked for. */
    record Choice(@Nullable Message message) {}
}
