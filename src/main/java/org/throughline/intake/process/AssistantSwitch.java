package org.throughline.intake.process;

import org.springframework.stereotype.Component;
import org.throughline.intake.AssistantQuestions;
import org.throughline.platform.engine.CallableFromModels;

/** Whether a model outside is set up; models ask it as {@code ${assistantSwitch.isOn()}}. */
@Component
@CallableFromModels
public class AssistantSwitch {

    private final AssistantQuestions questions;

    AssistantSwitch(AssistantQuestions questions) {
        this.questions = questions;
    }

    /** True where somebody is to be asked. */
    public boolean isOn() {
        return questions.isOn();
    }
}
