package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;
import static org.throughline.servicing.download.usecase.DownloadWorld.REQUEST;
import static org.throughline.servicing.download.usecase.DownloadWorld.policy;
import static org.throughline.servicing.download.usecase.DownloadWorld.transaction;
import static org.throughline.servicing.download.usecase.DownloadWorld.wattsAuto;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.automation.SwitchScope;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.download.Downloads.Settlement;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.carrier.download.WaitingSubmissions.Waiting;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.request.process.RequestStatusPlugin;
import org.throughline.servicing.download.usecase.AliasKey;
import org.throughline.servicing.download.usecase.ApplyDownload;
import org.throughline.servicing.download.usecase.DownloadAutomation;
import org.throughline.servicing.download.usecase.DownloadWorld;
import org.throughline.servicing.download.usecase.MatchDownload;
import org.throughline.servicing.download.usecase.ResolveDownload;

class DownloadExceptionProcessTest {

    private static final DownloadWorld world = new DownloadWorld();
    private static final String TASK = "Task_ResolveDownloadException";
    private static final Change VEHICLE =
            new Change(Action.ADD, Subject.VEHICLE, "1HGCV1F34MA012345", Map.of("year", "2021"));

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("download-exception")
            .configuring(configuration -> new RequestStatusPlugin(TestPauses.never()).preInit(configuration))
            .delegatesOf("org.throughline.servicing.download.process")
            .with(MatchDownload.class, world.matching())
            .with(ApplyDownload.class, world.applying())
            .with(ResolveDownload.class, world.resolving())
            .with(DownloadAutomation.class, world.automated());

    @BeforeEach
    void oneClient() {
        world.clear();
        world.policies.add(wattsAuto(PolicyStatus.ACTIVE));
    }

    private static ProcessInstance matched(boolean straightThrough, String automation) {
        Map<String, Object> request = new HashMap<>();
        request.put("requestNumber", REQUEST);
        request.put("inboundItemId", DownloadWorld.ITEM);
        request.put("workType", "DOWNLOAD_EXCEPTION");
        request.put("straightThrough", straightThrough);
        request.put("automation", automation);
        request.put("queue", "account-managers");
        request.put("priority", "P3");
        request.put("slaDueAt", "2026-11-24T10:00:00");
        ProcessInstance instance = engine.start(REQUEST, request);
        engine.runJob("Task_MatchTransaction");
        return instance;
    }

    private static ProcessInstance matched() {
        return matched(true, "STRAIGHT_THROUGH");
    }

    private static void decide(String decision, Map<String, Object> more) {
        Map<String, Object> filledIn = new HashMap<>(more);
        filledIn.put("downloadDecision", decision);
        engine.engine().getTaskService().setAssignee(engine.task(TASK).getId(), "maria");
        engine.complete(TASK, filledIn);
    }

    private static String evidence(ProcessInstance instance) {
        return variable(instance, "completionEvidence");
    }

    private static String variable(ProcessInstance instance, String name) {
        return String.valueOf(engine.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue());
    }

    private static List<WriteKind> writes() {
        return world.ledger.writes.stream().map(PlannedWrite::kind).toList();
    }

    @Test
    void appliesAnExactMatchWithoutAPerson() {
        world.arrived(transaction(TransactionCode.RWL));

        ProcessInstance download = matched();

        assertThat(download)
                .isEnded()
                .hasPassedInOrder("Task_MatchTransaction", "Task_JudgeMatch", "Task_ApplyTransaction")
                .hasNotPassed(TASK);
        Assertions.assertThat(evidence(download))
                .startsWith("Applied: Carrier download: renewal (RWL) SRMPA5519027, WATTS JEROME & ALICIA")
                .contains("Compared with SRM-PA-5519027 in the AMS")
                .endsWith("Number, carrier, name and term fit, and nothing conflicts.");
        Assertions.assertThat(world.settled.values())
                .containsExactly(new Settlement(
                        "APPLIED",
                        DownloadWorld.WATTS,
                        "p-SRM-PA-5519027",
                        "SRM-PA-5519027",
                        REQUEST,
                        "Number, carrier, name and term fit, and nothing conflicts."));
        Assertions.assertThat(writes()).isEmpty();
    }

    @Test
    void confirmsTheChangeThatWaitsForTheCarrier() {
        world.waiting.add(new Waiting(
                "sub-7",
                "SR-2026-000007",
                CarrierOperation.POLICY_CHANGE,
                LocalDate.of(2026, 11, 20),
                List.of(VEHICLE)));
        world.arrived(transaction(TransactionCode.PCH, "SRMPA5519027", "WATTS JEROME & ALICIA", List.of(VEHICLE)));

        ProcessInstance download = matched();

        assertThat(download).isEnded().hasPassed("EndEvent_TransactionApplied");
        SubmissionAnswer answer = Objects.requireNonNull(world.answers.get("sub-7"));
        Assertions.assertThat(answer.status()).isEqualTo(SubmissionAnswer.Status.CONFIRMED);
        Assertions.assertThat(answer.issued()).containsExactly(VEHICLE);
        Assertions.assertThat(answer.effective()).isEqualTo("2026-11-20");
        Assertions.assertThat(evidence(download)).endsWith("It is the carrier's answer to SR-2026-000007.");
    }

    @Test
    void stopsAtACancellationThatNobodyAskedFor() {
        world.arrived(transaction(TransactionCode.XLC));

        ProcessInstance download = matched();

        assertThat(download).isWaitingAtExactly(TASK);
        Assertions.assertThat(variable(download, "stopReason"))
                .isEqualTo("The carrier has cancelled a policy, and nobody asked for that.");
        Assertions.assertThat(variable(download, "carrierSays")).contains("cancellation effective 2026-11-20");
        Assertions.assertThat(variable(download, "amsSays")).contains("What happened: ACTIVE");

        decide("CARRIER_RIGHT", Map.of("resolutionNote", "Cancelled for nonpayment on 11/20."));

        assertThat(download).isEnded().hasPassedInOrder("Task_SettleTransaction", "EndEvent_ExceptionSettled");
        Assertions.assertThat(writes()).containsExactly(WriteKind.AMS_TASK);
        AmsTaskPayload task = (AmsTaskPayload) world.ledger.writes.get(0).payload();
        Assertions.assertThat(task.clientId()).isEqualTo(DownloadWorld.WATTS);
        Assertions.assertThat(task.policyNumber()).isEqualTo("SRM-PA-5519027");
        Assertions.assertThat(task.description())
                .startsWith("Cancelled for nonpayment on 11/20.")
                .contains("Policy number: SRMPA5519027 | SRM-PA-5519027");
        Assertions.assertThat(evidence(download))
                .startsWith("Decided by maria: the carrier is right; a task to correct the AMS is planned."
                        + " Cancelled for nonpayment on 11/20.");
    }

    @Test
    void keepsInTheAmsWhyItsRecordIsRight() {
        world.policies.set(0, wattsAuto(PolicyStatus.PENDING_CANCEL));
        world.arrived(transaction(TransactionCode.PCH));

        ProcessInstance download = matched();
        decide("AMS_RIGHT", Map.of("resolutionNote", "The download is older than the notice."));

        assertThat(download).isEnded();
        AmsNotePayload note = (AmsNotePayload) world.ledger.writes.get(0).payload();
        Assertions.assertThat(note.policyId()).isEqualTo("p-SRM-PA-5519027");
        Assertions.assertThat(note.text()).startsWith("The download is older than the notice.");
        Assertions.assertThat(world.settled.values())
                .extracting(Settlement::outcome)
                .containsExactly("AMS_RIGHT");
    }

    @Test
    void remembersANumberThatAPersonMatched() {
        world.policies.add(policy("SRM-PA-5519028", "20002", "Nora Hall", PolicyStatus.ACTIVE));
        world.arrived(transaction(TransactionCode.PCH, "0099-X7", "HALL NORA", List.of()));

        ProcessInstance first = matched();
        Assertions.assertThat(variable(first, "downloadVerdict")).isEqualTo("REVIEW");
        decide("OTHER_POLICY", Map.of("chosenPolicy", "SRMPA5519028"));
        engine.runJob("Task_MatchTransaction");
        assertThat(first).isWaitingAtExactly(TASK);
        Assertions.assertThat(variable(first, "amsSays")).contains("Nora Hall");
        decide("APPLY", Map.of());

        assertThat(first).isEnded();
        Assertions.assertThat(evidence(first)).endsWith("The carrier's number 0099-X7 is remembered for it.");
        Assertions.assertThat(variable(first, "clientId"))
                .as("the request carries the client that was found")
                .isNotBlank()
                .isEqualTo(variable(first, "matchedClientId"));
        Assertions.assertThat(variable(first, "policyNumbers")).isEqualTo(variable(first, "matchedPolicyNumber"));
        Assertions.assertThat(variable(first, "clientName")).isNotBlank();
        Assertions.assertThat(world.aliases).containsOnlyKeys(new AliasKey("SRM", "0099X7"));

        world.arrived(transaction(TransactionCode.END, "0099 X7", "HALL NORA", List.of()));
        assertThat(matched()).isEnded().hasPassed("Task_ApplyTransaction");
    }

    @Test
    void letsAnotherQueueDecideAndTakesWhatIsNotOurs() {
        world.arrived(transaction(TransactionCode.PCH, "ZZZ1234567", "SOMEBODY UNKNOWN", List.of()));

        ProcessInstance download = matched();
        Assertions.assertThat(variable(download, "downloadVerdict")).isEqualTo("REJECT");
        decide("REROUTE", Map.of("queue", "accounting"));
        Assertions.assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("accounting")
                        .count())
                .isEqualTo(1);
        decide("NOT_OURS", Map.of("resolutionNote", "Harbor Street Agency has it; told the carrier."));

        assertThat(download).isEnded();
        Assertions.assertThat(evidence(download)).startsWith("Decided by maria: it is not ours.");
        Assertions.assertThat(writes()).isEmpty();
        Assertions.assertThat(world.settled.values())
                .extracting(Settlement::outcome)
                .containsExactly("NOT_OURS");
    }

    @Test
    void tellsAPersonWhatIsMissing() {
        world.arrived(transaction(TransactionCode.PCH, "ZZZ1234567", "SOMEBODY UNKNOWN", List.of()));

        ProcessInstance download = matched();

        refused("", Map.of(), "Choose what it is.");
        refused("APPLY", Map.of(), "There is no policy that it could belong to.");
        refused("OTHER_POLICY", Map.of(), "Give the number of the policy it belongs to.");
        refused("OTHER_POLICY", Map.of("chosenPolicy", "X-1"), "No client of ours has a policy X-1.");
        refused("CARRIER_RIGHT", Map.of(), "Give the client's number");
        refused("CARRIER_RIGHT", Map.of("chosenClient", "4711"), "There is no client 4711");
        refused("CARRIER_RIGHT", Map.of("chosenClient", DownloadWorld.WATTS), "Say what has to be corrected.");
        refused("NOT_OURS", Map.of(), "Say what you found");
        assertThat(download).isWaitingAtExactly(TASK);
    }

    private static void refused(String decision, Map<String, Object> more, String message) {
        Map<String, Object> filledIn = new HashMap<>(Map.of("chosenPolicy", "", "chosenClient", ""));
        filledIn.putAll(more);
        assertThatThrownBy(() -> decide(decision, filledIn)).hasMessageContaining(message);
    }

    @Test
    void plansATaskForAClientThatHasNoSuchPolicyYet() {
        world.arrived(transaction(TransactionCode.NBS, "SRMHO0000001", "Jerome Watts and Alicia Watts", List.of()));

        ProcessInstance download = matched();
        decide(
                "CARRIER_RIGHT",
                Map.of(
                        "chosenClient",
                        DownloadWorld.WATTS,
                        "resolutionNote",
                        "New home policy, written on the portal."));

        assertThat(download).isEnded();
        AmsTaskPayload task = (AmsTaskPayload) world.ledger.writes.get(0).payload();
        Assertions.assertThat(task.clientId()).isEqualTo(DownloadWorld.WATTS);
        Assertions.assertThat(task.policyNumber()).isNull();
    }

    @Test
    void showsAMessageThatHoldsNoTransactionToAPerson() {
        world.arrived("<m1@example.com>", "Downloads do not work since Monday", false);

        ProcessInstance download = matched();
        Assertions.assertThat(variable(download, "downloadReason"))
                .isEqualTo("The message holds no transaction that can be read.");
        decide("NOT_OURS", Map.of("resolutionNote", "Carrier's interface desk was told, ticket 7719."));

        assertThat(download).isEnded();
        Assertions.assertThat(evidence(download)).contains("ticket 7719");
    }

    @Test
    void comparesWhatAutomationWouldHaveDoneWithThePerson() {
        world.arrived(transaction(TransactionCode.PCH));

        ProcessInstance agreed = matched(false, "APPROVE_ALL");
        assertThat(agreed).isWaitingAtExactly(TASK);
        Assertions.assertThat(variable(agreed, "downloadVerdict")).isEqualTo("APPLY");
        decide("APPLY", Map.of());
        Assertions.assertThat(world.automation.found()).containsExactly("APPROVED true");

        world.automation.clear();
        matched(false, "APPROVE_ALL");
        decide("AMS_RIGHT", Map.of("resolutionNote", "An older image."));
        Assertions.assertThat(world.automation.found()).containsExactly("PERSON_OVERRULED false");
    }

    @Test
    void stopsAtAKillSwitch() {
        world.automation
                .switches()
                .set(SwitchScope.CARRIER, "Summit Ridge Mutual Insurance Company", true, "Downloads are wrong", "nora");
        world.arrived(transaction(TransactionCode.PCH));

        ProcessInstance download = matched();

        assertThat(download).isWaitingAtExactly(TASK).hasNotPassed("Task_ApplyTransaction");
        Assertions.assertThat(variable(download, "stopReason")).contains("Downloads are wrong");
    }

    @Test
    void triesAgainWhileTheClientsAreNotKnownYet() {
        world.arrived(transaction(TransactionCode.PCH));
        world.indexReady = false;
        assertThatThrownBy(DownloadExceptionProcessTest::matched).isInstanceOf(VendorUnavailable.class);

        world.indexReady = true;
        engine.runJob("Task_MatchTransaction");

        Assertions.assertThat(world.settled).hasSize(1);
    }
}
