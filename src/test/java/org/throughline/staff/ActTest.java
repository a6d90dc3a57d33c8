package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActTest {

    @Test
    void readsOneActOrSeveral() {
        assertThat(Act.named("CLERICAL")).containsExactly(Act.CLERICAL);
        assertThat(Act.named("SIGN, AUTHORIZE_CERTIFICATE")).containsExactly(Act.AUTHORIZE_CERTIFICATE, Act.SIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "FILING", "clerical", "SIGN,", "SIGN;BIND"})
    void refusesWhatIsNoAct(String property) {
        assertThatThrownBy(() -> Act.named(property)).hasMessageContaining("choose from CLERICAL, ");
    }
}
