package org.throughline.triage.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the intake calls with its channel. Everything but {@code body} or {@code attachments} may be absent; an
 * attachment may be a plain file name.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PreviewItem(
        @Nullable String channel,
        @Nullable String externalId,
        @Nullable String receivedAt,
        @Nullable String from,
        @Nullable JsonNode to,
        @Nullable String subject,
        @Nullable String body,
        @Nullable Map<String, Object> fields,
        @Nullable Map<String, Object> headers,
        @Nullable List<JsonNode> attachments) {}
