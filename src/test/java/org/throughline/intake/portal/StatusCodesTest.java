package org.throughline.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.intake.portal.PortalAccess.Visit;

class StatusCodesTest {

    private static final Visit VISIT = new Visit("SR-2026-000001", "denise@okaforplumbing.example");
    private static final int PATIENCE = 10_000;

    private final RequestStatuses requests = mock(RequestStatuses.class);
    private final CodeMail mail = mock(CodeMail.class);
    private final MemoryAccess access = new MemoryAccess();
    private final StatusCodes codes = new StatusCodes(
            requests,
            access,
            mail,
            new Secrets(),
            new PortalProperties(
                    10, Duration.ofHours(24), Duration.ofMinutes(10), 5, Duration.ofMinutes(30), 10, 5, 40, Map.of()),
            Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void stop() {
        codes.destroy();
    }

    @Test
    void showsTheRequestToWhoeverReadsTheCode() throws Exception {
        when(requests.isOpenedBy(VISIT)).thenReturn(true);
        CompletableFuture<String> sent = new CompletableFuture<>();
        doAnswer(call -> sent.complete(call.getArgument(1))).when(mail).send(any(), anyString());

        assertThat(codes.ask(VISIT.requestNumber(), VISIT.address())).isTrue();
        String code = sent.get(PATIENCE, TimeUnit.MILLISECONDS);

        assertThat(code).matches("\\d{6}");
        assertThat(String.valueOf(access.hash)).doesNotContain(code);
        assertThat(codes.enter(VISIT.requestNumber(), VISIT.address(), code.equals("000000") ? "1" : "000000"))
                .isEmpty();
        String token = codes.enter(VISIT.requestNumber(), VISIT.address(), code).orElseThrow();
        assertThat(access.visits).containsOnlyKeys(Secrets.hash(token));
        assertThat(codes.enter(VISIT.requestNumber(), VISIT.address(), code)).isEmpty();
    }

    @Test
    void sendsNothingToAnAddressThatDidNotOpenTheRequest() {
        assertThat(codes.ask(VISIT.requestNumber(), VISIT.address())).isTrue();

        verify(requests, timeout(PATIENCE)).isOpenedBy(VISIT);
        codes.destroy();
        verify(mail, never()).send(any(), anyString());
        assertThat(codes.enter(VISIT.requestNumber(), VISIT.address(), "123456"))
                .isEmpty();
    }

    @Test
    void stopsComparingWhenTheTriesAreUsedUp() throws Exception {
        when(requests.isOpenedBy(VISIT)).thenReturn(true);
        CompletableFuture<String> sent = new CompletableFuture<>();
        doAnswer(call -> sent.complete(call.getArgument(1))).when(mail).send(any(), anyString());
        codes.ask(VISIT.requestNumber(), VISIT.address());
        String code = sent.get(PATIENCE, TimeUnit.MILLISECONDS);

        for (int i = 0; i < 5; i++) {
            codes.enter(VISIT.requestNumber(), VISIT.address(), "wrong");
        }

        assertThat(codes.enter(VISIT.requestNumber(), VISIT.address(), code)).isEmpty();
    }

    /** One code at a time, as the table keeps it. */
    private static final class MemoryAccess implements PortalAccess {

        private final Map<String, Visit> visits = new HashMap<>();
        private volatile @Nullable String hash;
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public void keepCode(Visit visit, String codeHash, Instant now, Instant expiresAt) {
            hash = codeHash;
            tries.set(0);
        }

        @Override
        public Optional<Code> takeTry(Visit visit, int mostTries, Instant now) {
            String kept = hash;
            if (kept == null || tries.incrementAndGet() > mostTries) {
                return Optional.empty();
            }
            return Optional.of(new Code("id", kept));
        }

        @Override
        public boolean exchange(Code code, Visit visit, String tokenHash, Instant expiresAt) {
            hash = null;
            visits.put(tokenHash, visit);
            return true;
        }

        @Override
        public Optional<Visit> visit(String tokenHash, Instant now) {
            return Optional.ofNullable(visits.get(tokenHash));
        }

        @Override
        public void leave(String tokenHash) {
            visits.remove(tokenHash);
        }
    }
}
