package org.throughline.servicing.download.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.servicing.download.usecase.DownloadWorld.ITEM;
import static org.throughline.servicing.download.usecase.DownloadWorld.policy;
import static org.throughline.servicing.download.usecase.DownloadWorld.transaction;
import static org.throughline.servicing.download.usecase.DownloadWorld.wattsAuto;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.carrier.download.WaitingSubmissions.Waiting;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.servicing.download.model.Likeness;
import org.throughline.servicing.download.model.Match;
import org.throughline.servicing.download.model.MatchFacts;
import org.throughline.servicing.download.model.MatchFacts.Found;
import org.throughline.servicing.download.model.MatchFacts.NumberMatch;
import org.throughline.servicing.download.model.MatchFacts.State;
import org.throughline.servicing.download.model.NameLikeness;
import org.throughline.servicing.download.model.Standing;
import org.throughline.servicing.download.model.TermLikeness;

class MatchDownloadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final DownloadWorld world = new DownloadWorld();

    @BeforeEach
    void oneClient() {
        world.clear();
        world.policies.add(wattsAuto(PolicyStatus.ACTIVE));
    }

    private Match match() {
        return world.matching().match(ITEM, "");
    }

    private static Waiting waiting(String id, CarrierOperation operation, LocalDate day, Change... changes) {
        return new Waiting(id, "SR-2026-00000" + id, operation, day, List.of(changes));
    }

    @Test
    void findsAPolicyWhoseNumberIsWrittenOtherwise() {
        world.arrived(transaction(TransactionCode.PCH));

        Match match = match();

        assertThat(Objects.requireNonNull(match.policy()).number()).isEqualTo("SRM-PA-5519027");
        assertThat(match.facts())
                .isEqualTo(new MatchFacts(
                        State.WHOLE,
                        Found.ONE,
                        NumberMatch.FORMAT,
                        Likeness.SAME,
                        NameLikeness.SAME,
                        Likeness.SAME,
                        TransactionCode.PCH,
                        Standing.AGREES,
                        TermLikeness.SAME));
        assertThat(world.readFromAms).containsExactly(DownloadWorld.WATTS);
    }

    @Test
    void showsBothSidesToPeople() {
        world.arrived(transaction(TransactionCode.XLC));

        Match match = match();

        assertThat(match.shown().carrier()).isEqualTo("""
                Policy number: SRMPA5519027
                Carrier: SUMMIT RIDGE MUTUAL (99146)
                Insured: WATTS JEROME & ALICIA
                Line: PERSONAL_AUTO
                Term: 2026-06-01 to 2027-06-01
                What happened: cancellation effective 2026-11-20
                Premium of the term: $1042.00""");
        assertThat(match.shown().ams()).isEqualTo("""
                Policy number: SRM-PA-5519027
                Carrier: Summit Ridge Mutual Insurance Company (99146)
                Insured: Jerome Watts and Alicia Watts
                Line: PERSONAL_AUTO
                Term: 2026-06-01 to 2027-06-01
                What happened: ACTIVE
                Premium of the term: $1042.00
                Interests: Harbor Bank""");
        assertThat(match.shown().comparison()).startsWith("""
                        The carrier has cancelled it; in the AMS it is ACTIVE, and no cancellation was asked for.
                        Carrier | AMS
                        Policy number: SRMPA5519027 | SRM-PA-5519027 (same but for its format)
                        """).contains("Interests: not said | Harbor Bank");
        assertThat(match.summary())
                .isEqualTo("Carrier download: cancellation (XLC) SRMPA5519027, WATTS JEROME & ALICIA, effective"
                        + " 2026-11-20. Compared with SRM-PA-5519027 in the AMS (Jerome Watts and Alicia Watts,"
                        + " 2026-06-01 to 2027-06-01, ACTIVE): number format, carrier same, insured same, line same,"
                        + " term same, standing conflict.");
    }

    @ParameterizedTest
    @CsvSource({
        "PCH, ACTIVE, AGREES",
        "PCH, REINSTATED, AGREES",
        "PCH, CANCELLED, CONFLICT",
        "PCH, PENDING_CANCEL, CONFLICT",
        "PCH, EXPIRED, CONFLICT",
        "PCH, PROSPECT_QUOTE, CONFLICT",
        "PCH, UNKNOWN, UNCLEAR",
        "RWL, ACTIVE, AGREES",
        "XLC, ACTIVE, CONFLICT",
        "XLC, CANCELLED, AGREES",
        "REI, CANCELLED, CONFLICT",
        "REI, ACTIVE, CONFLICT",
        "XLN, ACTIVE, AGREES",
        "COM, CANCELLED, AGREES"
    })
    void comparesWithWhatTheAmsSays(TransactionCode code, PolicyStatus status, Standing standing) {
        world.policies.set(0, wattsAuto(status));
        world.arrived(transaction(code));

        assertThat(match().facts().standing()).isEqualTo(standing);
    }

    @Test
    void findsAnotherPremiumForTheSameTerm() {
        Transaction image = transaction(TransactionCode.SYN);
        Transaction dearer = new Transaction(
                image.id(),
                image.code(),
                image.carrier(),
                image.naic(),
                image.policyNumber(),
                image.line(),
                image.insured(),
                image.effective(),
                image.processed(),
                image.termFrom(),
                image.termTo(),
                new BigDecimal("1902.00"),
                null,
                List.of(),
                List.of(),
                "",
                true);
        world.arrived(dearer);

        assertThat(match().facts().standing()).isEqualTo(Standing.CONFLICT);
        assertThat(match().shown().comparison())
                .startsWith("The premium of the term is 1902.00 with the carrier and 1042.00 in the AMS.");
    }

    @ParameterizedTest
    @CsvSource({
        "PCH, POLICY_CHANGE, 2026-11-20, EXPECTED",
        "PCH, POLICY_CHANGE, 2026-11-21, UNCLEAR",
        "PCH, CANCELLATION, 2026-11-20, AGREES",
        "XLC, CANCELLATION, 2026-11-20, EXPECTED",
        "XLC, POLICY_CHANGE, 2026-11-20, CONFLICT",
        "REI, REINSTATEMENT, 2026-11-20, EXPECTED",
        "REI, REINSTATEMENT, 2026-11-01, UNCLEAR",
        "RWL, POLICY_CHANGE, 2026-11-20, AGREES"
    })
    void seesWhatWaitsForTheCarrier(
            TransactionCode code, CarrierOperation operation, LocalDate day, Standing standing) {
        world.waiting.add(waiting("7", operation, day));
        world.arrived(transaction(code));

        assertThat(match().facts().standing()).isEqualTo(standing);
    }

    @Test
    void isNotCertainWhichOfTwoChangesOfADayItAnswersUnlessItShowsBoth() {
        Change vehicle = new Change(Action.ADD, Subject.VEHICLE, "1HGCV1F34MA012345", Map.of());
        Change driver = new Change(Action.ADD, Subject.DRIVER, "Alicia Watts", Map.of());
        world.waiting.add(waiting("7", CarrierOperation.POLICY_CHANGE, DAY, vehicle));
        world.waiting.add(waiting("8", CarrierOperation.POLICY_CHANGE, DAY, driver));

        world.arrived(transaction(TransactionCode.PCH));
        assertThat(match().facts().standing()).isEqualTo(Standing.UNCLEAR);

        world.arrived(
                transaction(TransactionCode.PCH, "SRMPA5519027", "WATTS JEROME & ALICIA", List.of(vehicle, driver)));
        assertThat(match().facts().standing()).isEqualTo(Standing.EXPECTED);
        assertThat(match().shown().comparison()).contains("SR-2026-000007, SR-2026-000008");
    }

    @Test
    void choosesTheTermThatFitsOfAPolicyThatWasRenewed() {
        Policy old = wattsAuto(PolicyStatus.EXPIRED);
        world.policies.add(new Policy(
                "p-old",
                old.number(),
                old.clientId(),
                old.namedInsured(),
                old.lines(),
                old.states(),
                LocalDate.of(2025, 6, 1),
                LocalDate.of(2026, 6, 1),
                PolicyStatus.EXPIRED,
                "EXPIRED",
                old.carrierName(),
                old.naic(),
                false,
                null,
                null,
                Map.of(),
                null,
                List.of()));
        world.arrived(transaction(TransactionCode.PCH));

        assertThat(Objects.requireNonNull(match().policy()).id()).isEqualTo("p-SRM-PA-5519027");
    }

    @Test
    void doesNotChooseBetweenTwoAccountsWithTheSamePolicy() {
        world.policies.add(policy("SRM-PA-5519027", "20099", "Jerome Watts", PolicyStatus.ACTIVE));
        world.arrived(transaction(TransactionCode.PCH));

        Match match = match();

        assertThat(match.policy()).isNull();
        assertThat(match.facts().found()).isEqualTo(Found.SEVERAL);
        assertThat(match.shown().comparison())
                .contains("Several policies have this number:")
                .contains("SRM-PA-5519027, Jerome Watts, 2026-06-01 to 2027-06-01, ACTIVE");
    }

    @Test
    void prefersTheSameNumberToASimilarOne() {
        world.policies.add(policy("SRMPA551902701", "20099", "Somebody Else", PolicyStatus.ACTIVE));
        world.arrived(transaction(TransactionCode.PCH));

        assertThat(Objects.requireNonNull(match().policy()).clientId()).isEqualTo(DownloadWorld.WATTS);
    }

    @Test
    void namesClientsWhereTheNumberIsUnknown() {
        world.arrived(transaction(TransactionCode.NBS, "SRMHO0000001", "Jerome Watts and Alicia Watts", List.of()));

        Match match = match();

        assertThat(match.facts().found()).isEqualTo(Found.NONE);
        assertThat(match.facts().name()).isEqualTo(NameLikeness.SAME);
        assertThat(match.shown().comparison())
                .isEqualTo("No policy has this number.\nClients of this name: Jerome Watts and Alicia Watts (20001)");
        assertThat(world.readFromAms).isEmpty();
    }

    @Test
    void knowsNothingOfTheMailOfAnotherAgency() {
        world.arrived(transaction(TransactionCode.PCH, "ZZZ1234567", "SOMEBODY UNKNOWN", List.of()));

        assertThat(match().facts())
                .isEqualTo(MatchFacts.nothingFound(State.WHOLE, TransactionCode.PCH, NameLikeness.DIFFERENT));
    }

    @Test
    void usesWhatAPersonFoundBefore() {
        Transaction renumbered = transaction(TransactionCode.PCH, "0099-X7", "WATTS JEROME", List.of());
        world.arrived(renumbered);
        assertThat(match().facts().found()).isEqualTo(Found.NONE);

        world.aliases.put(
                new AliasKey("SRM", "0099X7"),
                new DownloadAliases.Alias("SRM-PA-5519027", DownloadWorld.WATTS, "SR-2026-000009", "maria"));

        assertThat(match().facts().number()).isEqualTo(NumberMatch.REMEMBERED);
        assertThat(world.matching().match(ITEM, " SRM-PA-5519027 ").facts().number())
                .isEqualTo(NumberMatch.CHOSEN);
    }

    @Test
    void readsATransactionInWordsFromTheFeedOnly() {
        String words = "txn=PCH carrier=Summit Ridge Mutual naic=00000 policy=SRMPA5519027"
                + " insured=WATTS JEROME & ALICIA eff=20261120 prem=+412.00";
        world.arrived("AL3-1", words, true);

        Match match = match();

        assertThat(match.facts().term()).isEqualTo(TermLikeness.WITHIN);
        assertThat(match.facts().carrier()).isEqualTo(Likeness.SAME);
        assertThat(match.facts().line()).isEqualTo(Likeness.UNKNOWN);
        assertThat(world.kept).containsKey("AL3-1");

        world.clear();
        world.arrived("<m1@attacker.example>", words, false);
        assertThat(match().facts()).isEqualTo(MatchFacts.notRead());
        assertThat(world.kept).isEmpty();
    }

    @Test
    void triesAgainLaterWhereTheIndexIsNotFilledYet() {
        world.indexReady = false;
        world.arrived(transaction(TransactionCode.PCH));

        assertThatThrownBy(this::match).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void tellsATransactionThatMayNotBeWhole() {
        Transaction whole = transaction(TransactionCode.PCH);
        world.arrived(new Transaction(
                whole.id(),
                whole.code(),
                whole.carrier(),
                whole.naic(),
                whole.policyNumber(),
                whole.line(),
                whole.insured(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "",
                false));

        assertThat(match().facts().state()).isEqualTo(State.BROKEN_OFF);
        assertThat(match().facts().term()).isEqualTo(TermLikeness.UNKNOWN);
    }
}
