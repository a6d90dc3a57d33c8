package org.throughline.staff;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperties;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperty;

/** Processes of one licensed step, an error that it may end with, and a clerical step behind it. */
public final class GateModels {

    public static final String ACT = "Task_Act";
    public static final String NEXT = "Task_Next";
    public static final String ERROR = "wrong";

    private GateModels() {}

    /**
     * A process with the acts of its first step.
     *
     * @param act value of the extension property; null for none
     */
    public static BpmnModelInstance of(String process, @Nullable String act) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(process)
                .operatonHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(ACT)
                .name("Act")
                .boundaryEvent("Event_Wrong")
                .error(ERROR)
                .endEvent()
                .moveToActivity(ACT)
                .userTask(NEXT)
                .endEvent()
                .done();
        name(model, NEXT, Act.CLERICAL.name());
        if (act != null) {
            name(model, ACT, act);
        }
        return model;
    }

    private static void name(BpmnModelInstance model, String taskId, String act) {
        OperatonProperties properties = model.newInstance(OperatonProperties.class);
        OperatonProperty property = model.newInstance(OperatonProperty.class);
        property.setOperatonName(Act.PROPERTY);
        property.setOperatonValue(act);
        properties.addChildElement(property);
        UserTask task = model.getModelElementById(taskId);
        task.builder().addExtensionElement(properties);
    }
}
