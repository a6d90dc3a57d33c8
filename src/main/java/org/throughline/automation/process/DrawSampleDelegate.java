package org.throughline.automation.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.automation.Sampling;
import org.throughline.platform.engine.RequestVariables;

/** Draw sample: where the request stands among all, always the same for the same request. */
@Component
class DrawSampleDelegate implements JavaDelegate {

    private final Sampling sampling;

    DrawSampleDelegate(Sampling sampling) {
        this.sampling = sampling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        QualityReviewVariables.SAMPLING_DRAW.set(
                execution, sampling.draw(RequestVariables.REQUEST_NUMBER.get(execution)));
    }
}
