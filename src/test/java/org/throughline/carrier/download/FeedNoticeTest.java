package org.throughline.carrier.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedNoticeTest {

    @Test
    void readsTheLineOfADownloadService() {
        Transaction read = FeedNotice.read(
                        "AL3-20261121-S053",
                        "txn=PCH carrier=Summit Ridge Mutual naic=00000 policy=SRMPA5519027 insured=WATTS JEROME & ALICIA"
                                + " eff=20261120 prem=+412.00\nmatch=NONE reason=\"policy number format differs\"")
                .orElseThrow();

        assertThat(read.id()).isEqualTo("AL3-20261121-S053");
        assertThat(read.code()).isEqualTo(TransactionCode.PCH);
        assertThat(read.carrier()).isEqualTo("Summit Ridge Mutual");
        assertThat(read.naic()).isNull();
        assertThat(read.policyNumber()).isEqualTo("SRMPA5519027");
        assertThat(read.insured()).isEqualTo("WATTS JEROME & ALICIA");
        assertThat(read.effective()).isEqualTo("2026-11-20");
        assertThat(read.premium()).isNull();
        assertThat(read.premiumChange()).isEqualByComparingTo("412.00");
        assertThat(read.line()).isEmpty();
    }

    @Test
    void readsAPremiumWithoutASignAsTheTerms() {
        Transaction read = FeedNotice.read("1", "txn=RWL policy=X-1 naic=99146 lob=AUTOP eff=2026-12-01 prem=$1,040.50")
                .orElseThrow();

        assertThat(read.premium()).isEqualByComparingTo("1040.50");
        assertThat(read.premiumChange()).isNull();
        assertThat(read.naic()).isEqualTo("99146");
        assertThat(read.line()).isEqualTo("PERSONAL_AUTO");
        assertThat(read.effective()).isEqualTo("2026-12-01");
    }

    @Test
    void readsNothingIntoOtherTexts() {
        assertThat(FeedNotice.read("1", "Your renewal is attached. policy=ABC")).isEmpty();
        assertThat(FeedNotice.read("1", "txn=PCH carrier=X")).isEmpty();
        assertThat(FeedNotice.read("1", "")).isEmpty();
    }

    @Test
    void leavesOutWhatItCannotRead() {
        Transaction read =
                FeedNotice.read("1", "txn=ZZZ policy=1 eff=tomorrow prem=much").orElseThrow();

        assertThat(read.code()).isEqualTo(TransactionCode.UNKNOWN);
        assertThat(read.effective()).isNull();
        assertThat(read.premium()).isNull();
    }
}
