package org.throughline.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends over HTTP, to the very addresses that were looked at: a host whose name points elsewhere a moment later is not
 * followed there, and neither is a redirect. All of an attempt, the reading of the answer included, has one time limit.
 */
@Component
class HttpWebhookSender implements WebhookSender, DisposableBean {

    private static final int CONNECTIONS = 40;
    private static final int ANSWER_LIMIT = 64 * 1024;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final ReceiverAddress addresses;
    private final CloseableHttpClient http;
    private final Duration timeout;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "webhook-limits"));

    HttpWebhookSender(WebhookProperties properties) {
        this.addresses = new ReceiverAddress(properties);
        this.timeout = properties.timeout();
        Timeout answer = Timeout.of(properties.timeout());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(2)
                        .setDnsResolver(new CheckedNames())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(answer).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Throughline-Webhooks/1.0")
                .build();
    }

    private final class CheckedNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public Answer send(String url, String body, Map<String, String> headers) {
        HttpPost post = new HttpPost(url);
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> limit = clock.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return http.execute(post, response -> answer(post, response));
        } catch (IOException failed) {
            return new Answer(
                    null,
                    null,
                    late.get() ? "There was no answer within " + timeout.toSeconds() + " s." : said(failed));
        } finally {
            limit.cancel(false);
        }
    }

    private Answer answer(HttpPost post, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Answer answer = new Answer(status, retryAfter(response.getFirstHeader("Retry-After")), words(status));
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            InputStream content = entity.getContent();
            if (content != null && content.readNBytes(ANSWER_LIMIT + 1).length > ANSWER_LIMIT) {
                post.cancel();
            }
        }
        return answer;
    }

    private static String words(int status) {
        if (status >= 200 && status < 300) {
            return "It arrived.";
        }
        return status >= 300 && status < 400
                ? "The receiver answered " + status + ", a redirect. Redirects are not followed; correct the address."
                : "The receiver answered " + status + ".";
    }

    private static String said(IOException failed) {
        if (failed instanceof ReceiverAddress.RefusedAddress) {
            return "The address is inside a private network now, where webhooks are not sent.";
        }
        if (failed instanceof UnknownHostException) {
            return "The host is not known.";
        }
        return failed instanceof SSLException
                ? "There was no secure connection: the receiver's certificate or TLS is not good."
                : "The receiver could not be reached (" + failed.getClass().getSimpleName() + ").";
    }

    private static @Nullable Duration retryAfter(@Nullable Header header) {
        String value = header == null ? "" : header.getValue();
        if (!value.matches("\\d{1,9}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(value));
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() throws IOException {
        clock.shutdownNow();
        http.close();
    }
}
