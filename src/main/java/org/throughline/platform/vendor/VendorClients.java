package org.throughline.platform.vendor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.Target;
import feign.hc5.ApacheHttp5Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.throughline.platform.text.Storable;

/**
 * Makes Feign clients for vendors. Each call passes the vendor's {@link VendorLine} and ends in an answer or in one of
 * {@link VendorUnavailable}, {@link VendorRejected}, {@link VendorContractBroken}. Nothing is repeated here but a call
 * whose login was refused, once; steps are repeated by the engine.
 */
@Component
public class VendorClients {

    private static final int CONNECTIONS = 20;

    /** Connection of what all agencies use, such as carriers. */
    private static final String SHARED = "shared";

    private final Environment environment;
    private final Clock clock;
    private final Map<String, VendorLine> lines = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final VendorTimes times;
    private final Client http;
    private final ObjectMapper json = new ObjectMapper()
            .registerModules(new JavaTimeModule(), Storable.json())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Clients whose times nobody looks at. */
    public VendorClients(Environment environment, Clock clock) {
        this(environment, clock, new SimpleMeterRegistry(), SHARED);
    }

    @Autowired
    VendorClients(Environment environment, Clock clock, ObjectProvider<MeterRegistry> registry) {
        this(environment, clock, registry.getIfAvailable(SimpleMeterRegistry::new), SHARED);
    }

    private VendorClients(Environment environment, Clock clock, MeterRegistry registry, String connection) {
        this.environment = environment;
        this.clock = clock;
        this.registry = registry;
        this.times = new VendorTimes(registry, connection);
        this.http = times.timed(apache());
    }

    /**
     * Clients of one agency's connection, with lines, sockets and times of their own: what one agency's vendor does, even the
     * same vendor, holds up no other.
     */
    public VendorClients ofConnection(String connection) {
        return new VendorClients(environment, clock, registry, connection);
    }

    /** The Apache client, because the one of the JDK turns a GET with a body into a POST. */
    private static Client apache() {
        return new ApacheHttp5Client(HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build());
    }

    /** A client without a login of its own. */
    public <T> T create(String vendor, Class<T> api, VendorSettings settings) {
        return create(vendor, api, settings, null);
    }

    /** A client that sends the session's authorization and logs in again, once, when it is refused. */
    public <T> T create(String vendor, Class<T> api, VendorSettings settings, @Nullable VendorSession session) {
        return create(vendor, api, settings, session, problem -> null);
    }

    /** A client of a vendor whose error documents say more than their status. */
    public <T> T create(
            String vendor,
            Class<T> api,
            VendorSettings settings,
            @Nullable VendorSession session,
            VendorProblems problems) {
        VendorCodec codec = new VendorCodec(vendor, json);
        Feign.Builder builder = Feign.builder()
                .client(http)
                .encoder(codec)
                .decoder(codec)
                .errorDecoder(
                        new VendorErrors(vendor, session == null ? "Authorization" : session.header(), clock, problems))
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        settings.connectTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.readTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        false));
        if (session != null) {
            builder.requestInterceptor(template -> {
                template.header(session.header(), session.authorization());
                session.companions().forEach((name, value) -> template.header(name, value));
            });
        }
        VendorLine line = lines.computeIfAbsent(vendor, name -> new VendorLine(name, settings));
        builder.invocationHandlerFactory((target, methods) -> new GuardedCalls(vendor, line, times, session, methods));
        return builder.target(new OwnPortTarget<>(vendor, api, settings.baseUrl()));
    }

    /** Resolves port 0 to the port this application listens on, which is known only after its start. */
    private final class OwnPortTarget<T> implements Target<T> {
        private final String vendor;
        private final Class<T> api;
        private final URI baseUrl;

        OwnPortTarget(String vendor, Class<T> api, URI baseUrl) {
            this.vendor = vendor;
            this.api = api;
            this.baseUrl = baseUrl;
        }

        @Override
        public Class<T> type() {
            return api;
        }

        @Override
        public String name() {
            return vendor;
        }

        @Override
        public String url() {
            if (baseUrl.getPort() != 0) {
                return baseUrl.toString();
            }
            String port = environment.getProperty("local.server.port");
            if (port == null) {
                throw new VendorUnavailable(vendor + " is simulated in this process, which does not listen yet");
            }
            return baseUrl.toString().replaceFirst(":0(?=/|$)", ":" + port);
        }

        @Override
        public Request apply(RequestTemplate input) {
            input.target(url());
            return input.request();
        }
    }
}
