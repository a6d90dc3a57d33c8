package org.throughline.sandbox.mail.morning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.mail.MailServerSettings;
import org.throughline.sandbox.mail.PracticeMail;

class MorningMailTest {

    private static final String AGENCY = "service@harborline.example";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-10T20:00:00Z"), ZoneId.of("America/Chicago"));
    private static final DataSize LARGEST = DataSize.ofMegabytes(60);

    @TempDir
    Path data;

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private PracticeMail mail;
    private HttpServer application;

    @BeforeEach
    void start() throws Exception {
        mail = new PracticeMail(data, LARGEST);
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/api/intake/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                exchange.getRequestBody().readAllBytes();
                boolean refuse = refused.contains(path);
                if (!refuse) {
                    posted.add(path);
                }
                exchange.sendResponseHeaders(refuse ? 503 : 202, -1);
            }
        });
        application.start();
    }

    @AfterEach
    void stop() throws Exception {
        application.stop(0);
        mail.close();
    }

    private void morning() {
        MailServerSettings settings = new MailServerSettings("localhost", 0, 0, data, LARGEST);
        URI address = URI.create("http://localhost:" + application.getAddress().getPort());
        new MorningMail(new MorningMailSettings(true), settings, mail.ports(), new PracticeBook(CLOCK), json, CLOCK)
                .deliver(new SampleSender("localhost", mail.ports().smtp(), address, json));
    }

    @Test
    void deliversEverySampleOnce() throws Exception {
        morning();
        morning();

        List<String> ids = mail.read(AGENCY, "INBOX", messages -> {
            List<String> found = new ArrayList<>();
            for (var message : messages) {
                found.add(message.getHeader("Message-ID")[0]);
            }
            return found;
        });
        List<String> expected = SampleItem.all(json, OffsetDateTime.now(CLOCK)).stream()
                .filter(item -> item.channel().equals("EMAIL"))
                .map(SampleItem::externalId)
                .toList();
        assertThat(ids).containsExactlyElementsOf(expected);
        assertThat(posted)
                .hasSize(15)
                .contains(
                        "/api/intake/portal",
                        "/api/intake/carrier-feed",
                        "/api/intake/sms",
                        "/api/intake/phone",
                        "/api/intake/system");
    }

    @Test
    void bringsAtTheNextStartWhatFailed() {
        refused.add("/api/intake/portal");
        morning();
        assertThat(posted).hasSize(11).doesNotContain("/api/intake/portal");

        refused.clear();
        posted.clear();
        morning();
        assertThat(posted).containsOnly("/api/intake/portal").hasSize(4);
    }

    @Test
    void theLastSampleIsOfToday() throws Exception {
        List<SampleItem> items = SampleItem.all(json, OffsetDateTime.now(CLOCK));

        assertThat(items.get(items.size() - 1).receivedAt().toLocalDate()).isEqualTo(LocalDate.of(2027, 3, 10));
        assertThat(items).allMatch(item -> !item.receivedAt().isAfter(OffsetDateTime.now(CLOCK)));
    }

    @Test
    void keepsWhatTiesMessagesTogether() throws Exception {
        morning();

        mail.read(AGENCY, "INBOX", messages -> {
            Set<String> seen = new HashSet<>();
            for (var message : messages) {
                String id = message.getHeader("Message-ID")[0];
                if (id.startsWith("<S064")) {
                    assertThat(message.getHeader("In-Reply-To")).containsExactly("<S001@samples.harborline.example>");
                    assertThat(message.getHeader("References")).containsExactly("<S001@samples.harborline.example>");
                    seen.add(id);
                } else if (id.startsWith("<S063")) {
                    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
                    seen.add(id);
                }
            }
            assertThat(seen).hasSize(2);
            return seen;
        });
    }

    @Test
    void attachmentsAreRealFiles() throws Exception {
        morning();

        Set<String> checked = mail.read(AGENCY, "INBOX", messages -> {
            Set<String> endings = new HashSet<>();
            for (var message : messages) {
                if (message.getContent() instanceof Multipart parts) {
                    for (int i = 1; i < parts.getCount(); i++) {
                        endings.add(check(parts.getBodyPart(i)));
                    }
                }
            }
            return endings;
        });
        assertThat(checked).containsExactlyInAnyOrder("pdf", "jpg", "png", "csv", "html", "xlsx");
        assertThat(Files.readAllLines(data.resolve(".morning-mail"))).hasSize(42);
    }

    private static String check(Part attachment) throws IOException, MessagingException {
        byte[] bytes;
        try (InputStream in = attachment.getInputStream()) {
            bytes = in.readAllBytes();
        }
        String name = attachment.getFileName();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        switch (ending) {
            case "pdf" -> {
                try (PDDocument pdf = Loader.loadPDF(bytes)) {
                    assertThat(new PDFTextStripper().getText(pdf)).as(name).hasSizeGreaterThan(50);
                }
            }
            case "jpg", "png" ->
                assertThat(ImageIO.read(new ByteArrayInputStream(bytes)))
                        .as(name)
                        .isNotNull();
            case "xlsx" -> {
                List<String> entries = new ArrayList<>();
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        entries.add(entry.getName());
                    }
                }
                assertThat(entries).contains("[Content_Types].xml", "xl/worksheets/sheet1.xml");
            }
            default -> assertThat(bytes).as(name).isNotEmpty();
        }
        return ending;
    }
}
