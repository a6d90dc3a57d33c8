package org.throughline.servicing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;

class ChangeLinesTest {

    private static final Change GULFTON = new Change(
            Action.ADD,
            Subject.ADDITIONAL_INSURED,
            "Gulfton Apartments LP",
            Map.of("form", "CG 20 10", "edition", "04 13", "postalCode", "77081"));

    @Test
    void readsWhatAPersonWrites() {
        assertThat(ChangeLines.parse("""

                        ADD  Additional Insured :  Gulfton Apartments LP ; form = CG 20 10;Edition=04 13 ; postal code = 77081;
                        remove vehicle: 1FTFW1E50PFA00001
                        """))
                .containsExactly(GULFTON, new Change(Action.REMOVE, Subject.VEHICLE, "1FTFW1E50PFA00001", Map.of()));
    }

    @Test
    void writesWhatItReads() {
        String lines = ChangeLines.write(List.of(GULFTON));

        assertThat(lines)
                .isEqualTo("Add additional insured: Gulfton Apartments LP; edition = 04 13; form = CG 20 10;"
                        + " postal code = 77081");
        assertThat(ChangeLines.parse(lines)).containsExactly(GULFTON);
    }

    @Test
    void knowsEverySubjectByItsWords() {
        List<Change> all = Arrays.stream(Subject.values())
                .map(subject -> new Change(Action.CHANGE, subject, "Name", Map.of("loanNumber", "4711")))
                .toList();

        assertThat(ChangeLines.parse(ChangeLines.write(all))).isEqualTo(all);
    }

    @Test
    void aSemicolonInAValueBeginsNoOther() {
        Change odd = new Change(Action.ADD, Subject.MORTGAGEE, "First; Bank\nISAOA", Map.of("clause", "a;b = c"));

        assertThat(ChangeLines.parse(ChangeLines.write(List.of(odd))))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.name()).isEqualTo("First, Bank, ISAOA");
                    assertThat(read.values()).isEqualTo(Map.of("clause", "a, b = c"));
                });
    }

    @Test
    void saysHowALineIsWritten() {
        assertThatThrownBy(() -> ChangeLines.parse("please add Gulfton"))
                .isInstanceOf(ChangeLines.Unreadable.class)
                .hasMessageContaining("please add Gulfton")
                .hasMessageContaining("For example: Add additional insured");
        assertThatThrownBy(() -> ChangeLines.parse("Add boat: Sea Ray"))
                .hasMessageContaining("\"boat\" is none of additional insured, mortgagee");
        assertThatThrownBy(() -> ChangeLines.parse("Add vehicle: 1FTFW1E50PFA00001; red"))
                .hasMessageContaining("write \"red\" as name = value");
        assertThatThrownBy(() -> ChangeLines.parse("Add vehicle:")).isInstanceOf(ChangeLines.Unreadable.class);
    }
}
