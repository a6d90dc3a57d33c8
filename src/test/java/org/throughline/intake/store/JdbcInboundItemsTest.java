package org.throughline.intake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItem;
import org.throughline.intake.IntakeProcess;
import org.throughline.intake.ItemState;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Receipt;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;

class JdbcInboundItemsTest {

    private final DriverManagerDataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final List<String> started = new ArrayList<>();
    private final AgencyProfile agency = new Agency(
            "harborline",
            "Harborline Insurance Agency, LLC",
            "Harborline Insurance",
            new AgencyProfile.PostalAddress("1800 Harbor Loop", null, "Houston", "TX", "77002"),
            "(713) 555-0100",
            null,
            "TX-2200417",
            ZoneOffset.UTC,
            Map.of(),
            new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", null),
            "service@harborline.example");
    private final RefusalLetter letter = mock(RefusalLetter.class);
    private boolean processBroken;
    private final JdbcInboundItems items = items();

    @BeforeEach
    void setUp() {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Map.of("blob", "blob"))
                .load()
                .migrate();
    }

    private JdbcInboundItems items() {
        AtomicInteger next = new AtomicInteger();
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("process", (IntakeProcess) this::start);
        return new JdbcInboundItems(
                new JdbcTemplate(dataSource),
                new DataSourceTransactionManager(dataSource),
                series -> series + "-2026-00000" + next.incrementAndGet(),
                agency,
                Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC),
                beans.getBeanProvider(IntakeProcess.class),
                letter);
    }

    private void start(InboundItem item, @Nullable String onRequest) {
        if (processBroken) {
            throw new IllegalStateException("engine");
        }
        started.add(onRequest == null ? item.id() : item.id() + " on " + onRequest);
    }

    @Test
    void keepsAnItemByteForByteWithItsFiles() throws IOException {
        Receipt receipt = items.accept(mail("<a@x>", "COI", "Hello"));

        ByteArrayOutputStream original = new ByteArrayOutputStream();
        items.copyOriginal(receipt.inboundItemId(), original);
        assertThat(original.toString(StandardCharsets.UTF_8)).isEqualTo("raw Hello");
        assertThat(items.attachmentsOf(receipt.inboundItemId())).singleElement().satisfies(file -> {
            assertThat(file.filename()).isEqualTo("a.txt");
            assertThat(file.size()).isEqualTo(3);
        });
        assertThat(items.find(receipt.inboundItemId()).orElseThrow().state()).isEqualTo(ItemState.RECEIVED);
        assertThat(started).containsExactly(receipt.inboundItemId());
    }

    @Test
    void answersTheSameIdWithTheFirstItem() {
        Receipt first = items.accept(mail("<a@x>", "COI", "Hello"));
        Receipt second = items.accept(mail("<a@x>", "other", "text"));

        assertThat(second.status()).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(second.inboundItemId()).isEqualTo(first.inboundItemId());
        assertThat(started).hasSize(1);
    }

    @Test
    void tellsIntakeWhichRequestAnItemWasPostedOn() {
        Receipt receipt = items.accept(mail("<c@x>", "Re: COI", "Yes"), "SR-2026-000001");

        assertThat(started).containsExactly(receipt.inboundItemId() + " on SR-2026-000001");
    }

    @Test
    void comparesWhatIsSaidOnlyWithoutAnId() {
        items.accept(mail(null, "COI", "Hello"));

        assertThat(items.accept(mail(null, "COI", "Hello")).status()).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(items.accept(mail(null, "COI", "Hello!")).status()).isEqualTo(Receipt.Status.ACCEPTED);
        assertThat(items.accept(mail("<b@x>", "COI", "Hello")).status()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    @Test
    void storesNothingIfTheProcessCannotStart() {
        processBroken = true;

        assertThatThrownBy(() -> items.accept(mail("<a@x>", "COI", "Hello"))).isInstanceOf(IllegalStateException.class);

        assertThat(items.count(null)).isZero();
    }

    @Test
    void findsTheSameAskAgain() {
        String first = items.accept(mail("<a@x>", "COI", "Hello")).inboundItemId();
        String second = items.accept(mail("<b@x>", "Fwd: RE: coi", "again")).inboundItemId();

        assertThat(items.similarRecent(items.find(second).orElseThrow(), Duration.ofDays(30)))
                .containsExactly(first);
    }

    @Test
    void findsTheRequestOfAnAnswer() {
        String first = items.accept(mail("<a@x>", "COI", "Hello")).inboundItemId();
        items.link(first, "SR-2026-000001");
        items.link(first, "SR-2026-000001");
        JdbcThreads threads = new JdbcThreads(JdbcClient.create(dataSource), agency);

        assertThat(items.requestsOf(first)).containsExactly("SR-2026-000001");
        assertThat(threads.requestOf(stored(answer("<b@x>", "Re: COI", "<a@x>"))))
                .contains("SR-2026-000001");
        assertThat(threads.requestOf(stored(answer("<c@x>", "about SR-2026-000001", null))))
                .contains("SR-2026-000001");
        assertThat(threads.requestOf(stored(answer("<d@x>", "COI", "<other@x>"))))
                .isEmpty();
    }

    private InboundItem stored(NewItem item) {
        return items.find(items.accept(item).inboundItemId()).orElseThrow();
    }

    private static NewItem mail(@Nullable String id, String subject, String body) {
        return item(id, subject, body, null);
    }

    private static NewItem answer(String id, String subject, @Nullable String inReplyTo) {
        return item(id, subject, "text", inReplyTo);
    }

    private static NewItem item(@Nullable String id, String subject, String body, @Nullable String inReplyTo) {
        Content file = Content.of("abc".getBytes(StandardCharsets.UTF_8));
        return new NewItem(
                Channel.EMAIL,
                id,
                Instant.parse("2026-11-23T14:00:00Z"),
                "Ann <ann@x.example>",
                "ann@x.example",
                "service@harborline.example",
                subject,
                body,
                "",
                "",
                inReplyTo,
                List.of(),
                false,
                List.of(),
                null,
                List.of(new NewAttachment("a.txt", "text/plain", "text/plain", "00", null, "abc", file)),
                "message/rfc822",
                Content.of(("raw " + body).getBytes(StandardCharsets.UTF_8)));
    }
}
