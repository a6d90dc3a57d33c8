package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgenciesByKeyTest {

    private static final Agency MAIN = TestAgency.PROFILE;
    private static final Agency BRANCH = TestAgency.branch("bayside");
    private static final Agencies BOTH = new Agencies(List.of(MAIN, BRANCH));

    @Test
    void findsTheAgencyThatHasTheKeyAndTheMainOneOtherwise() {
        AgenciesByKey byHost = byHost(Map.of("bayside", List.of("Bayside.example")));

        assertThat(byHost.of("bayside.EXAMPLE")).isEqualTo(BRANCH);
        assertThat(byHost.of("harborline.example")).isEqualTo(MAIN);
    }

    @Test
    void refusesATenantThatNobodyHasAndAKeyThatTwoHave() {
        assertThatThrownBy(() -> byHost(Map.of("bayisde", List.of("a.example"))))
                .hasMessageContaining("No agency with the tenant bayisde is set up here");
        assertThatThrownBy(() -> byHost(Map.of("bayside", List.of("a.example", "A.example"))))
                .hasMessageContaining("Under portal.branches A.example is named twice");
    }

    private static AgenciesByKey byHost(Map<String, List<String>> hosts) {
        return new AgenciesByKey(BOTH, hosts, host -> host.toLowerCase(Locale.ROOT), "portal.branches");
    }
}
