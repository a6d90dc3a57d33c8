package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Which agency a thread works for. */
class AgencyScopeTest {

    private final Agency main = TestAgency.PROFILE;
    private final Agency branch = TestAgency.branch("bayside");
    private final Agencies agencies = new Agencies(List.of(main, branch));
    private final AgencyProfile profile = new CurrentAgency(agencies);

    @Test
    void outsideAnyScopeItIsTheMainOne() {
        assertThat(profile.tenant()).isEqualTo("harborline");
        AgencyScope.run(branch, () -> {
            assertThat(profile.tenant()).isEqualTo("bayside");
            assertThat(profile.serviceMailbox()).isEqualTo("service@bayside.example");
            AgencyScope.run(main, () -> assertThat(profile.tenant()).isEqualTo("harborline"));
            assertThat(profile.tradeName()).isEqualTo(branch.tradeName());
        });
        assertThat(profile.tenant()).isEqualTo("harborline");
    }

    @Test
    void itEndsHoweverTheWorkEnds() {
        assertThatThrownBy(() -> AgencyScope.run(branch, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(AgencyScope.current()).isEmpty();
    }

    @Test
    void anotherThreadTakesItAlongOnlyWhereItIsCarried() throws Exception {
        List<String> seen = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Future<?>> done = AgencyScope.call(
                    branch,
                    () -> List.of(
                            other.submit(AgencyScope.carried(() -> seen.add(profile.tenant()))),
                            other.submit(() -> seen.add(profile.tenant()))));
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            other.shutdownNow();
        }
        assertThat(seen).containsExactly("bayside", "harborline");
    }

    @Test
    void whatIsKeptInMemoryIsKeptForEach() {
        PerAgency<String> kept = new PerAgency<>(profile, () -> "new");
        kept.set("main's");
        AgencyScope.run(branch, () -> {
            assertThat(kept.get()).isEqualTo("new");
            kept.set("branch's");
        });
        AgencyScope.run(main, () -> assertThat(kept.get()).isEqualTo("main's"));
        assertThat(kept.all()).containsExactlyInAnyOrder("main's", "branch's");
    }

    @Test
    void eachHasItsLookWhateverGoesWrongWithAnother() {
        List<String> looked = new ArrayList<>();

        boolean well = agencies.lookForEach("The look", () -> {
            looked.add(profile.tenant());
            if (looked.size() == 1) {
                throw new IllegalStateException("not now");
            }
            return true;
        });

        assertThat(well).isFalse();
        assertThat(looked).containsExactly("harborline", "bayside");
    }

    @Test
    void twoAgenciesShareNeitherTenantNorMailbox() {
        assertThatThrownBy(() -> new Agencies(List.of(main, main))).hasMessageContaining("tenant harborline");
        Agency sameMailbox = new Agency(
                "other",
                branch.legalName(),
                branch.tradeName(),
                branch.address(),
                branch.phone(),
                null,
                branch.licenseNumber(),
                branch.timeZone(),
                branch.hours(),
                branch.authorizedRepresentative(),
                "Service@Bayside.example");
        assertThatThrownBy(() -> new Agencies(List.of(main, branch, sameMailbox)))
                .hasMessageContaining("throughline.agencies")
                .hasMessageContaining("service-mailbox");
        assertThatThrownBy(() -> agencies.of("hillside")).hasMessageContaining("hillside");
    }
}
