package org.throughline.intake.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.throughline.intake.portal.PortalProperties;
import org.throughline.intake.portal.PortalSubmissions.Progress;
import org.throughline.intake.portal.RequestStatus;
import org.throughline.intake.portal.RequestStatus.Delivered;
import org.throughline.intake.portal.Stage;
import org.throughline.platform.TestAgency;

class PortalPagesTest {

    private static final String EVIL = "\"><script>alert(1)</script>{{agency}}$1";
    private static final AskForm.Bounds BOUNDS = new AskForm.Bounds(25L << 20, 60L << 20, 10);

    private final PortalPages pages = new PortalPages(
            TestAgency.PROFILE,
            new PortalProperties(
                    10, Duration.ofHours(24), Duration.ofMinutes(10), 5, Duration.ofMinutes(30), 10, 5, 40, Map.of()),
            Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC));

    @Test
    void showsWhatWasTypedAsTextOnly() {
        AskForm form = new AskForm(Map.of("text", EVIL, "name", EVIL, "policyNumber", EVIL, "website", EVIL));
        form.check(java.time.LocalDate.of(2026, 11, 23), List.of(), BOUNDS);

        Document page = Jsoup.parse(pages.ask(form, BOUNDS));

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("#text").text()).isEqualTo(EVIL);
        assertThat(page.select("#name").attr("value")).isEqualTo(EVIL);
        assertThat(page.select("#problems a[href=#email]")).hasSize(1);
        assertThat(page.select("#website").parents().attr("class")).isEqualTo("field");
    }

    @Test
    void labelsEveryFieldAndCountsDaysWhereTheAgencyIs() {
        Document page = Jsoup.parse(pages.ask(new AskForm(Map.of()), BOUNDS));

        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
        }
        assertThat(page.select("#neededBy").attr("min")).isEqualTo("2026-11-23");
        assertThat(page.select("#problems[hidden]")).hasSize(1);
        assertThat(page.text()).contains("10 files, 25 MB each, 60 MB together");
        assertThat(page.select("[style], [onclick]")).isEmpty();
    }

    @Test
    void reloadsByItselfOnlyWhileThereIsSomethingToWaitFor() {
        assertThat(pages.sent("IN-2026-000001", new Progress(List.of(), false))).contains("http-equiv=\"refresh\"");
        assertThat(pages.sent("IN-2026-000001", new Progress(List.of("SR-2026-000001", "SR-2026-000002"), false)))
                .doesNotContain("http-equiv=\"refresh\"")
                .contains("several requests", "SR-2026-000001", "SR-2026-000002");
    }

    @Test
    void showsTheStatusInTheAgencysTime() {
        Document page = Jsoup.parse(pages.status(new RequestStatus(
                "SR-2026-000001",
                EVIL,
                Stage.DONE,
                OffsetDateTime.parse("2026-11-23T15:00:00Z"),
                OffsetDateTime.parse("2026-11-23T23:30:00Z"),
                List.of(new Delivered(EVIL, OffsetDateTime.parse("2026-11-23T23:30:00Z"), true)))));

        assertThat(page.select("dd").eachText())
                .containsExactly("Monday, November 23, 2026, 9:00 AM CST", "Monday, November 23, 2026, 5:30 PM CST");
        assertThat(page.select(".documents li").text()).contains(EVIL).contains("Sent to you");
        assertThat(page.select("script")).hasSize(1);
    }

    @Test
    void saysSoWhereNothingWasSent() {
        assertThat(pages.status(new RequestStatus(
                        "SR-2026-000001",
                        "Add a truck",
                        Stage.RECEIVED,
                        OffsetDateTime.parse("2026-11-23T15:00:00Z"),
                        null,
                        List.of())))
                .contains("No documents yet");
    }
}
