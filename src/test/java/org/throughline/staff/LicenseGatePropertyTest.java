package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.staff.ActRules.Requirement;
import org.throughline.staff.LicenseGate.Verdict;

/** Random people × licenses × appointments × acts × work × states × days: the gate and the law say the same. */
class LicenseGatePropertyTest {

    private static final int CASES = 60_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final ActRules RULES = new FileActRules();

    /** A work type of each kind, with what the catalogue says of its license. */
    private static final Map<String, String> WORK = Map.of(
            "BILLING_INQUIRY", "NEVER",
            "COMMISSION_INQUIRY", "NEVER",
            "CERT_LIABILITY", "JUDGEMENT",
            "BIND_REQUEST", "ALWAYS",
            "UNCLASSIFIED", "ALWAYS");

    private static final String SURPLUS = "";
    private static final List<String> STATES = List.of("TX", "WA", "NM", "");
    private static final List<String> LINES_OF_BUSINESS = List.of("GL", "HOME", SURPLUS);

    private record Case(
            StaffMember person,
            Act act,
            String workType,
            boolean judgement,
            String state,
            String lineOfBusiness,
            @Nullable String carrier) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20261125})
    void allowsWhatTheLawAllowsAndNothingElse(long seed) {
        Random random = new Random(seed);
        RandomPeople people = new RandomPeople(random, TODAY);
        Map<Act, int[]> outcomes = new EnumMap<>(Act.class);
        for (int i = 0; i < CASES; i++) {
            Case one = draw(random, people);
            boolean allowed = gateAllows(one);
            assertThat(allowed).as("case %d of seed %d: %s", i, seed, one).isEqualTo(lawAllows(one));
            outcomes.computeIfAbsent(one.act(), act -> new int[2])[allowed ? 1 : 0]++;
        }
        assertThat(outcomes).hasSize(Act.values().length);
        outcomes.forEach((act, counts) -> {
            assertThat(counts[1]).as("allowed %s", act).isGreaterThan(50);
            if (act != Act.CLERICAL) {
                assertThat(counts[0]).as("refused %s", act).isGreaterThan(50);
            }
        });
    }

    private static Case draw(Random random, RandomPeople people) {
        return new Case(
                people.person("somebody"),
                people.one(List.of(Act.values())),
                people.one(List.copyOf(WORK.keySet()).stream().sorted().toList()),
                random.nextBoolean(),
                people.one(STATES),
                people.one(LINES_OF_BUSINESS),
                random.nextInt(4) == 0 ? null : people.one(RandomPeople.CARRIERS));
    }

    private static boolean gateAllows(Case one) {
        Requirement requirement = requirement(one);
        if (!requirement.required()) {
            return true;
        }
        Clock noon = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        InMemoryStaff staff = new InMemoryStaff(noon);
        staff.add(List.of(one.person()));
        Verdict verdict = new StaffLicenseGate(staff, noon)
                .check(
                        "somebody",
                        new LicenseNeed(
                                requirement.state(), requirement.lines(), requirement.appointment(), one.carrier()));
        assertThat(verdict.allowed() ? verdict.evidence() : verdict.reason())
                .as("what %s is told", one)
                .isNotBlank();
        return verdict.allowed();
    }

    private static boolean lawAllows(Case one) {
        String need = String.valueOf(WORK.get(one.workType()));
        if (!LicenseOracle.licensed(one.act(), one.workType(), need, one.judgement(), one.state())) {
            return true;
        }
        Set<String> lines = requirement(one).lines();
        String line = lines.isEmpty() ? "" : lines.iterator().next();
        return LicenseOracle.allows(
                one.person(), one.state(), line, LicenseOracle.committing(one.act()), one.carrier(), TODAY);
    }

    private static Requirement requirement(Case one) {
        return RULES.of(
                one.act(),
                Map.of(
                        "workType", one.workType(),
                        "judgement", one.judgement(),
                        "state", one.state(),
                        "lineOfBusiness", one.lineOfBusiness(),
                        "surplusLines", one.lineOfBusiness().equals(SURPLUS),
                        "commercial", true));
    }
}
