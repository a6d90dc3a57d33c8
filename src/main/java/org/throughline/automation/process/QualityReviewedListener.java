package org.throughline.automation.process;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationOutcome.Severity;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;

/** When a person has looked at finished work: takes their verdict down, which may cost the automation its level. */
@Component
class QualityReviewedListener implements TaskListener {

    private final AutomationEvidence evidence;

    QualityReviewedListener(AutomationEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void notify(DelegateTask task) {
        String verdict = QualityReviewVariables.VERDICT.find(task).orElse("");
        String defect = QualityReviewVariables.DEFECT.find(task).orElse("").strip();
        boolean fine = switch (verdict) {
            case "OK" -> true;
            case "DEFECT" -> false;
            default -> throw new Refusal("Choose whether the work is fine or has a defect.");
        };
        if (!fine && defect.isEmpty()) {
            throw new Refusal("Say what is wrong; it is what the automation is judged by.");
        }
        evidence.reviewed(
                RequestVariables.REQUEST_NUMBER.get(task),
                RequestVariables.WORK_TYPE.get(task),
                AutomationLevel.valueOf(RequestVariables.AUTOMATION.get(task)),
                fine ? null : severity(task),
                fine ? "" : defect,
                task.getAssignee());
    }

    private static Severity severity(DelegateTask task) {
        @Nullable String chosen = QualityReviewVariables.SEVERITY.find(task).orElse(null);
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refusal("Say how bad the defect is."));
    }
}
