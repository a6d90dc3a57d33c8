package org.throughline.automation.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.automation.SampleRecord;
import org.throughline.platform.engine.RequestVariables;

/** Read automation record: what the sampling rate depends on. */
@Component
class ReadAutomationRecordDelegate implements JavaDelegate {

    private final SampleRecord samples;

    ReadAutomationRecordDelegate(SampleRecord samples) {
        this.samples = samples;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SampleRecord.Facts facts =
                samples.of(RequestVariables.REQUEST_NUMBER.get(execution), RequestVariables.WORK_TYPE.get(execution));
        QualityReviewVariables.FINISHED_ALONE.set(execution, facts.finishedAlone());
        QualityReviewVariables.DAYS_AT_LEVEL.set(execution, facts.daysAtLevel());
        QualityReviewVariables.DAYS_SINCE_DEFECT.set(execution, facts.daysSinceDefect());
        QualityReviewVariables.LOOKED_AT.set(execution, facts.lookedAt());
    }
}
