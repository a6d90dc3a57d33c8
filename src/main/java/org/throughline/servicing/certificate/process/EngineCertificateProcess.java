package org.throughline.servicing.certificate.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.CertificateFile;
import org.throughline.servicing.certificate.usecase.CertificateProcess;
import org.throughline.servicing.certificate.usecase.MailThread;
import org.throughline.staff.LicenseNeed;

/**
 * Work on certificates that have gone out, as instances of {@code certificate-follow-up} under the request's number. The
 * request itself is closed by then; what it was about is read from its history, on the application's own account: who
 * may ask is decided before.
 */
@Component
class EngineCertificateProcess implements CertificateProcess {

    /** Messages that start the process. */
    static final String CERTIFICATE_AMENDED = "certificate-amended";

    static final String CERTIFICATE_REVISED = "certificate-revised";
    static final String CERTIFICATE_BOUNCED = "certificate-bounced";

    private static final Set<String> CARRIED = Set.of(
            "inboundItemId",
            "channel",
            "subject",
            "senderRole",
            "senderName",
            "senderAddress",
            "replyTo",
            "originalMessageId",
            "clientId",
            "clientName",
            "policyNumbers",
            "state",
            "lineOfBusiness",
            "workType",
            "flags",
            "insuredName",
            "holderName",
            "holderAddress",
            "deliverTo",
            "linesRequested",
            "wording",
            "requiredLimits",
            "descriptionClause",
            "descriptionText",
            "contractHeld",
            "standardFormOnly",
            "propertyLocation",
            "loanNumber",
            "lenderDemands",
            "consentHeld",
            "confirmedLimits",
            "licenseRequired",
            "licenseState",
            "licenseLines",
            "surplusLines",
            "commercial",
            "queue",
            "priority",
            "slaDueAt");

    private final RuntimeService runtime;
    private final HistoryService history;
    private final AsSystem system;

    EngineCertificateProcess(RuntimeService runtime, HistoryService history, AsSystem system) {
        this.runtime = runtime;
        this.history = history;
        this.system = system;
    }

    @Override
    public void deliver(String requestNumber, MailThread thread) {
        start(CERTIFICATE_AMENDED, requestNumber, carried(requestNumber));
    }

    @Override
    public void revise(CertificateFile file, Map<String, Object> changes, MailThread thread) {
        Map<String, Object> variables = carried(file.requestNumber());
        RequestVariables.DELIVER_TO.put(variables, file.asked().shown().deliverTo());
        variables.putAll(changes);
        RequestVariables.STRAIGHT_THROUGH.put(variables, false);
        start(CERTIFICATE_REVISED, file.requestNumber(), variables);
    }

    @Override
    public void bounced(CertificateFile file, String reason, MailThread thread) {
        Map<String, Object> variables = carried(file.requestNumber());
        RequestVariables.DELIVER_TO.put(variables, file.asked().shown().deliverTo());
        CertificateVariables.DELIVERY_PROBLEM.put(variables, reason);
        start(CERTIFICATE_BOUNCED, file.requestNumber(), variables);
    }

    @Override
    public MailThread thread(String requestNumber) {
        Map<String, Object> variables = carried(requestNumber);
        return new MailThread(
                text(variables, RequestVariables.SUBJECT.name()),
                text(variables, RequestVariables.ORIGINAL_MESSAGE_ID.name()));
    }

    @Override
    public Optional<LicenseNeed> licenseNeed(String requestNumber) {
        Map<String, Object> variables = carried(requestNumber);
        if (!Boolean.TRUE.equals(variables.get(RequestVariables.LICENSE_REQUIRED.name()))) {
            return Optional.empty();
        }
        String lines = text(variables, RequestVariables.LICENSE_LINES.name());
        return Optional.of(LicenseNeed.license(
                text(variables, RequestVariables.LICENSE_STATE.name()),
                Set.copyOf(AskedVariables.words(lines == null ? "" : lines))));
    }

    private void start(String message, String requestNumber, Map<String, Object> variables) {
        RequestVariables.REQUEST_NUMBER.put(variables, requestNumber);
        variables.putIfAbsent(RequestVariables.QUEUE.name(), "account-managers");
        system.call(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(requestNumber)
                .setVariables(variables)
                .correlateStartMessage());
    }

    /** Variables of the request's processes as they were last, the certificate's own over the request's. */
    private Map<String, Object> carried(String requestNumber) {
        return system.call(() -> last(requestNumber));
    }

    private Map<String, Object> last(String requestNumber) {
        Set<String> instances = new HashSet<>(
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(requestNumber).list().stream()
                        .map(org.operaton.bpm.engine.history.HistoricProcessInstance::getId)
                        .collect(Collectors.toSet()));
        Map<String, Object> variables = new HashMap<>();
        if (!instances.isEmpty()) {
            List<HistoricVariableInstance> found = history.createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(instances.toArray(String[]::new))
                    .list();
            found.stream()
                    .filter(variable -> CARRIED.contains(variable.getName()) && variable.getValue() != null)
                    .sorted(java.util.Comparator.comparing(HistoricVariableInstance::getCreateTime))
                    .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        }
        return variables;
    }

    private static @Nullable String text(Map<String, Object> variables, String name) {
        return variables.get(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
