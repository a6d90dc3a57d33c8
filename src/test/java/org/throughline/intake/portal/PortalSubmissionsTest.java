package org.throughline.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItems;
import org.throughline.intake.NewItem;
import org.throughline.intake.Receipt;
import org.throughline.intake.portal.PortalSubmissions.Sent;
import org.throughline.platform.TestAgency;

class PortalSubmissionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final InboundItems items = mock(InboundItems.class);
    private final List<NewItem> accepted = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private final PortalSubmissions submissions = new PortalSubmissions(
            items,
            tickets(),
            new PortalProperties(
                    10, Duration.ofHours(24), Duration.ofMinutes(10), 5, Duration.ofMinutes(30), 10, 5, 40, Map.of()),
            TestAgency.PROFILE,
            new Secrets(),
            new ObjectMapper(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void acceptAll() {
        when(items.accept(any())).thenAnswer(call -> {
            accepted.add(call.getArgument(0));
            return new Receipt("IN-2026-000001", Receipt.Status.ACCEPTED, null);
        });
    }

    @Test
    void marksTheSenderAsNotProven() {
        submissions.send(ask("Add a truck"), List.of());

        NewItem item = accepted.get(0);
        assertThat(item.channel()).isEqualTo(Channel.PORTAL);
        assertThat(item.flags()).containsExactly("UNVERIFIED_SENDER");
        assertThat(item.sender()).isEqualTo("Denise Okafor <denise@okaforplumbing.example>");
        assertThat(item.senderAddress()).isEqualTo("denise@okaforplumbing.example");
    }

    @Test
    void givesTheSameSubmissionTheSameIdAndAChangedOneAnother() {
        submissions.send(ask("Add a truck"), List.of());
        submissions.send(ask("Add a truck"), List.of());
        submissions.send(ask("Add a trailer"), List.of());

        assertThat(accepted.get(1).externalId()).isEqualTo(accepted.get(0).externalId());
        assertThat(accepted.get(2).externalId()).isNotEqualTo(accepted.get(0).externalId());
    }

    @Test
    void showsAnItemToItsTicketOnly() {
        Sent sent = submissions.send(ask("Add a truck"), List.of());

        assertThat(kept).doesNotContainKey(sent.token());
        assertThat(submissions.progress("IN-2026-000001", "guess")).isEmpty();
        assertThat(submissions.progress("IN-2026-000002", sent.token())).isEmpty();
    }

    private PortalTickets tickets() {
        return new PortalTickets() {
            @Override
            public void keep(String tokenHash, String itemId, Instant expiresAt) {
                kept.put(tokenHash, itemId);
            }

            @Override
            public Optional<String> itemOf(String tokenHash, Instant now) {
                return Optional.ofNullable(kept.get(Objects.requireNonNull(tokenHash)));
            }
        };
    }

    private static ServiceAsk ask(String text) {
        return new ServiceAsk(
                "0123456789abcdef",
                "Denise Okafor",
                "denise@okaforplumbing.example",
                "",
                "",
                Optional.empty(),
                text,
                null);
    }
}
