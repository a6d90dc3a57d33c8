package org.throughline.exchange.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.exchange.webhook.WebhookSender.Answer;

/** Sending over a real connection, to receivers that behave and others. */
class HttpWebhookSenderTest {

    private final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final HttpWebhookSender sender = new HttpWebhookSender(settings(true));

    @BeforeEach
    void start() {
        receiver.start();
    }

    @AfterEach
    void stop() throws IOException {
        sender.destroy();
        receiver.stop();
    }

    @Test
    void postsBodyAndHeaders() {
        receiver.stubFor(post("/hook").willReturn(noContent()));

        Answer answer = sender.send(receiver.url("/hook"), "{\"name\":\"José\"}", Map.of("webhook-id", "msg_1"));

        assertThat(answer).isEqualTo(new Answer(204, null, "It arrived."));
        receiver.verify(postRequestedFor(urlEqualTo("/hook"))
                .withHeader("webhook-id", equalTo("msg_1"))
                .withHeader("Content-Type", matching("application/json.*"))
                .withRequestBody(equalToJson("{\"name\":\"José\"}")));
    }

    @Test
    void followsNoRedirect() {
        receiver.stubFor(post("/hook").willReturn(temporaryRedirect(receiver.url("/elsewhere"))));

        Answer answer = sender.send(receiver.url("/hook"), "{}", Map.of());

        assertThat(answer.arrived()).isFalse();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.detail()).contains("Redirects are not followed");
        receiver.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
        receiver.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void hearsHowLongToWait() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "90")));
        receiver.stubFor(post("/odd").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "tomorrow")));

        assertThat(sender.send(receiver.url("/hook"), "{}", Map.of()).retryAfter())
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(sender.send(receiver.url("/odd"), "{}", Map.of()).retryAfter())
                .isNull();
    }

    @Test
    void endsWithSlowAndEndlessAnswers() {
        receiver.stubFor(post("/slow").willReturn(ok().withFixedDelay(10_000)));
        receiver.stubFor(
                post("/trickle").willReturn(ok().withBody("x".repeat(5_000)).withChunkedDribbleDelay(500, 20_000)));
        receiver.stubFor(post("/endless").willReturn(ok().withBody("x".repeat(5_000_000))));

        long start = System.nanoTime();
        assertThat(sender.send(receiver.url("/slow"), "{}", Map.of()).status()).isNull();
        assertThat(sender.send(receiver.url("/trickle"), "{}", Map.of()).status())
                .isNull();
        assertThat(sender.send(receiver.url("/endless"), "{}", Map.of()).status())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void saysWhyNobodyIsReached() {
        int port = receiver.port();
        receiver.stop();

        assertThat(sender.send("http://127.0.0.1:" + port + "/hook", "{}", Map.of())
                        .detail())
                .contains("could not be reached");
        assertThat(sender.send("http://no-such-host.invalid/hook", "{}", Map.of())
                        .detail())
                .contains("not known");
        receiver.start();
    }

    @Test
    void looksAtEveryAddressWhenItConnects() throws IOException {
        receiver.stubFor(post("/hook").willReturn(noContent()));
        HttpWebhookSender outside = new HttpWebhookSender(settings(false));

        assertThat(outside.send("http://localhost:" + receiver.port() + "/hook", "{}", Map.of()))
                .isEqualTo(new Answer(
                        null, null, "The address is inside a private network now, where webhooks are not sent."));
        assertThat(outside.send(receiver.url("/hook").replace("localhost", "127.0.0.1"), "{}", Map.of())
                        .status())
                .isNull();
        receiver.verify(0, postRequestedFor(urlEqualTo("/hook")));
        outside.destroy();
    }

    private static WebhookProperties settings(boolean practice) {
        return new WebhookProperties(
                practice,
                practice,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofDays(30));
    }
}
