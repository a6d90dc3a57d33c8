package org.throughline.assistant.chat;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.throughline.assistant.Assistant;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorSession;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Asks a model over HTTP. Calls run on threads of their own, so that whoever asks waits no longer than the time limit even
 * for an answer that trickles in; after too many failures the circuit breaker lets none out for a while.
 */
@Component
class ChatAssistant implements Assistant, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChatAssistant.class);
    private static final String VENDOR = "Assistant";
    private static final long IDLE_SECONDS = 30;

    private final AssistantProperties properties;
    private final @Nullable ChatApi api;
    private final ExecutorService calls;

    ChatAssistant(VendorClients clients, AssistantProperties properties) {
        this.properties = properties;
        URI address = properties.baseUrl();
        api = properties.isOn() && address != null
                ? clients.create(VENDOR, ChatApi.class, properties.vendor(address), session(properties.apiKey()))
                : null;
        calls = new ThreadPoolExecutor(
                0,
                properties.questionsAtOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                ChatAssistant::thread);
    }

    @Override
    public boolean isOn() {
        return api != null;
    }

    @Override
    public Optional<Opinion> workType(String channel, String text, Collection<String> workTypes) {
        if (api == null) {
            return Optional.empty();
        }
        ChatApi.Question question = Prompt.question(properties.model(), channel, text, workTypes);
        Optional<Opinion> opinion =
                answer(api, question).flatMap(answer -> Prompt.opinion(answer, properties.model(), workTypes));
        if (opinion.isEmpty()) {
            LOG.info("The assistant has no opinion");
        }
        return opinion;
    }

    private Optional<ChatApi.Answer> answer(ChatApi provider, ChatApi.Question question) {
        Future<ChatApi.Answer> call;
        try {
            call = calls.submit(() -> provider.complete(question));
        } catch (RejectedExecutionException busy) {
            LOG.warn("The assistant is not asked: {} questions are under way", properties.questionsAtOnce());
            return Optional.empty();
        }
        try {
            return Optional.of(call.get(properties.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            call.cancel(true);
            LOG.warn("The assistant did not answer within {}", properties.timeLimit());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof VendorUnavailable || cause instanceof VendorContractBroken) {
                LOG.warn("The assistant could not be asked: {}", cause.getMessage());
                return Optional.empty();
            }
            throw new IllegalStateException("The assistant was asked in a wrong way", cause);
        }
    }

    private static @Nullable VendorSession session(String apiKey) {
        return apiKey.isBlank() ? null : new KeySession("Bearer " + apiKey);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assistant");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }

    /** A key that does not change; there is no login to repeat. */
    private record KeySession(String authorization) implements VendorSession {
        @Override
        public void refused(@Nullable String refusedAuthorization) {
            LOG.warn("The assistant refuses the key in throughline.assistant.api-key");
        }
    }
}
