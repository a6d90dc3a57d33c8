package org.throughline.ams.epic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.epic.EpicRows.Coded;
import org.throughline.ams.epic.EpicRows.Money;

class EpicWordsTest {

    private final EpicWords words = new EpicWords(Map.of("ZZZ", PolicyStatus.RENEWED), Map.of("XYZ", "GL"));

    @ParameterizedTest
    @CsvSource({
        "Active, ACTIVE",
        "New business, ACTIVE",
        "Issued, ACTIVE",
        "In Force, ACTIVE",
        "Renewal, ACTIVE",
        "Renewal in progress, RENEWING",
        "Pending Cancellation, PENDING_CANCEL",
        "Notice of cancellation, PENDING_CANCEL",
        "Cancelled, CANCELLED",
        "Canceled flat, CANCELLED",
        "Non-Renewed, NON_RENEWED",
        "Not renewed, NON_RENEWED",
        "Rewritten, REPLACED",
        "Reinstated, REINSTATED",
        "Expired, EXPIRED",
        "Lapsed, EXPIRED",
        "Prospect, PROSPECT_QUOTE",
        "Submitted, PROSPECT_QUOTE",
        "Inactive, UNKNOWN",
        "Converted from the old system, UNKNOWN"
    })
    void readsWhatAStatusIsCalled(String description, PolicyStatus status) {
        assertThat(words.status(new Coded("s", "ABC", description, null), "ISSUED"))
                .isEqualTo(status);
    }

    @Test
    void goesByTheAgencysSettingsFirstAndByTheStageLast() {
        assertThat(words.status(new Coded("s", "ZZZ", "Cancelled", null), null)).isEqualTo(PolicyStatus.RENEWED);
        assertThat(words.status(new Coded("s", "ABC", "Own word", null), "CANCELLED"))
                .isEqualTo(PolicyStatus.CANCELLED);
        assertThat(words.status(null, "LAPSED")).isEqualTo(PolicyStatus.EXPIRED);
        assertThat(words.status(null, null)).isEqualTo(PolicyStatus.UNKNOWN);
        assertThat(EpicWords.said(null, "LAPSED")).isEqualTo("LAPSED");
    }

    @ParameterizedTest
    @CsvSource({
        "GLIA, General Liability, GL",
        "XYZ, Whatever, GL",
        "BAUT, Business Auto, AUTO",
        "PAUT, Personal Auto, PERSONAL_AUTO",
        "CUMB, Commercial Umbrella, UMBRELLA",
        "PUMB, Personal Umbrella, PERSONAL_UMBRELLA",
        "WC, Workers' Compensation, WC",
        "BOP, Businessowners, BOP",
        "CPRP, Commercial Property, PROPERTY",
        "MTC, Motor Truck Cargo, CARGO",
        "DO, Directors & Officers, DO",
        "EO, Errors & Omissions, EO",
        "HO3, Homeowners, HOME",
        "CYB, Cyber, CYB"
    })
    void readsWhatALineIsCalled(String code, String description, String line) {
        assertThat(words.line(new Coded("t", code, description, "COMMERCIAL"))).isEqualTo(line);
    }

    @Test
    void readsWhatTheAgencyKeepsInADescription() {
        assertThat(EpicDescription.parse("Package | Surplus Lines | Named insured: A | B LLC | States: OH, PA"))
                .isEqualTo(new EpicDescription(List.of("OH", "PA"), "A", true));
        assertThat(EpicDescription.parse(null)).isEqualTo(new EpicDescription(List.of(), null, false));
    }

    @Test
    void readsMoneyFromUnitsAndPartialUnits() {
        assertThat(EpicMapper.money(new Money("3133", 32))).isEqualByComparingTo("3133.32");
        assertThat(EpicMapper.money(new Money("0", 5))).isEqualByComparingTo("0.05");
        assertThat(EpicMapper.money(new Money("-12", 50))).isEqualByComparingTo("-12.50");
        assertThat(EpicMapper.money(new Money("a lot", 0))).isNull();
        assertThat(EpicMapper.money(null)).isNull();
    }

    @Test
    void saysAProblemInOneSentenceAndAnythingElseAsItIs() {
        assertThat(EpicProblems.text("{\"title\":\"No\",\"additionalDetails\":[{\"field\":\"x\"}]}"))
                .isEqualTo("No; {\"field\":\"x\"}");
        assertThat(EpicProblems.text("<html>")).isEqualTo("<html>");
        assertThat(EpicProblems.text("[1]")).isEqualTo("[1]");
    }
}
