package org.throughline.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Al3FileTest {

    @Test
    void splitsAFileIntoItsTransactions() throws UnreadableFile {
        Al3File file = Al3File.parse(Al3Samples.twoTransactions(""));

        assertThat(file.complete()).isTrue();
        assertThat(file.transactions()).extracting(Al3Transaction::code).containsExactly("RWL", "XLC");
        assertThat(file.transactions())
                .extracting(Al3Transaction::policyNumber)
                .containsExactly("BMC-GL-0448213", "SRM-PA-9914402");
    }

    @Test
    void saysInWordsWhatTheCarrierDid() throws UnreadableFile {
        Al3Transaction renewal =
                Al3File.parse(Al3Samples.twoTransactions("")).transactions().get(0);

        assertThat(renewal.subject()).isEqualTo("Carrier download: renewal (RWL) BMC-GL-0448213, OKAFOR PLUMBING LLC");
        assertThat(renewal.body()).isEqualTo("""
                        Carrier download: renewal (RWL) BMC-GL-0448213, OKAFOR PLUMBING LLC
                        Carrier: BLUE MESA CASUALTY
                        NAIC: 10001
                        Line of business: CGL
                        Policy: BMC-GL-0448213
                        Insured: OKAFOR PLUMBING LLC
                        Address: 500 HARWIN DR, HOUSTON, TX 77036
                        Phone: 7135550142
                        Transaction effective: 2026-12-01
                        Processed: 2026-11-23
                        Policy term: 2026-12-01 to 2027-12-01
                        Written premium: $4,210.00
                        Coverage: EACH OCC, premium $1,234.56; limit $1,000,000; deductible $2,500
                        Remarks: RATE CHANGE 4 PERCENT""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsLinesAsItReadsOneLongLine(String lineBreak) throws UnreadableFile {
        Al3File lines = Al3File.parse(Al3Samples.twoTransactions(lineBreak));
        Al3File stream = Al3File.parse(Al3Samples.twoTransactions(""));

        assertThat(lines.transactions())
                .extracting(Al3Transaction::externalId)
                .isEqualTo(stream.transactions().stream()
                        .map(Al3Transaction::externalId)
                        .toList());
    }

    @Test
    void readsLinesWhoseBlanksWereCut() throws UnreadableFile {
        String cut = Al3Samples.twoTransactions("\n").replaceAll("(?m) +$", "");

        assertThat(Al3File.parse(cut).transactions())
                .extracting(Al3Transaction::body)
                .isEqualTo(Al3File.parse(Al3Samples.twoTransactions("\n")).transactions().stream()
                        .map(Al3Transaction::body)
                        .toList());
    }

    @Test
    void readsFilesThatCountFromOne() throws UnreadableFile {
        String shifted = Al3Samples.twoTransactions("\n").replaceAll("(?m)^(.{7}) ", "$1");

        assertThat(Al3File.parse(shifted).transactions())
                .extracting(Al3Transaction::policyNumber)
                .containsExactly("BMC-GL-0448213", "SRM-PA-9914402");
    }

    @Test
    void tellsAFileWithoutItsTrailer() throws UnreadableFile {
        String whole = Al3Samples.twoTransactions("\n");
        Al3File half = Al3File.parse(whole.substring(0, whole.indexOf("3MTG")));

        assertThat(half.complete()).isFalse();
        assertThat(half.transactions()).hasSize(2);
    }

    @Test
    void hasOneIdForTheSameTransactionInAnotherFile() throws UnreadableFile {
        String monday = Al3Samples.twoTransactions("\n");
        String tuesday = monday.replaceFirst("1MHG.*", "1MHG020 TUESDAY");

        assertThat(Al3File.parse(tuesday).transactions().get(0).externalId())
                .isEqualTo(Al3File.parse(monday).transactions().get(0).externalId())
                .isNotEqualTo(Al3File.parse(monday).transactions().get(1).externalId());
    }

    @Test
    void saysWhereAFileIsBroken() {
        assertThatThrownBy(() -> Al3File.parse("1MHG020             \nhello"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("At position 21 of the AL3 file stands \"hello\" where a group has to begin.");
        assertThatThrownBy(() -> Al3File.parse("1MHG020             \n3MTG010   "))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no transaction");
    }
}
