package org.throughline.platform.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.operaton.bpm.engine.impl.util.xml.Namespace;

/**
 * Refuses a model that brings code of its own: scripts, Java classes by name, shell and mail tasks. A model calls
 * declared delegates and decides in FEEL tables.
 */
class ModelGuard implements BpmnParseListener {

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "resource", "scriptFormat");
    private static final Set<String> TASK_TYPES = Set.of("external", "dmn");
    private static final String MODELER_NAMESPACE = "http://camunda.org/schema/1.0/bpmn";
    private static final String ENGINE_NAMESPACE = "http://operaton.org/schema/1.0/bpmn";

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (SCRIPTS.contains(element.getTagName())) {
            refuse(element, "has a script");
        }
        if (element.getTagName().equals("conditionExpression") && element.attribute("language") != null) {
            refuse(element, "has a condition in a script language");
        }
        for (String attribute : CODE_ATTRIBUTES) {
            if (engineAttribute(element, attribute) != null) {
                refuse(element, "names " + attribute + " " + engineAttribute(element, attribute));
            }
        }
        String type = engineAttribute(element, "type");
        if (element.getTagName().endsWith("Task") && type != null && !TASK_TYPES.contains(type)) {
            refuse(element, "is of type " + type);
        }
        element.elements().forEach(ModelGuard::check);
    }

    private static @Nullable String engineAttribute(Element element, String name) {
        String modeler = element.attributeNS(new Namespace(MODELER_NAMESPACE), name);
        return modeler == null ? element.attributeNS(new Namespace(ENGINE_NAMESPACE), name) : modeler;
    }

    private static void refuse(Element element, String why) {
        String id = element.attribute("id") == null ? element.getTagName() : element.attribute("id");
        throw new ProcessEngineException("The model cannot be deployed: " + id + " (line " + element.getLine() + ") "
                + why + ". Use a delegate or a decision table.");
    }
}
