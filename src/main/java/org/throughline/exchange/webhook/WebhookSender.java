package org.throughline.exchange.webhook;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends one message once. */
interface WebhookSender {

    /**
     * What came of it.
     *
     * @param status HTTP status; null where there was no answer
     * @param retryAfter how long the receiver asks to wait
     * @param detail in words
     */
    record Answer(@Nullable Integer status, @Nullable Duration retryAfter, String detail) {

        boolean arrived() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver wants nothing more, ever. */
        boolean gone() {
            return status != null && status == 410;
        }
    }

    Answer send(String url, String body, Map<String, String> headers);
}
