package org.throughline.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.staff.Act;

/** The modeler's palette of user tasks: which acts one contains, offered as the catalogue {@link Act} describes them. */
final class ActTemplates {

    static final Path FILE = Path.of("processes/.camunda/element-templates/user-tasks.json");

    private static final Path CATALOGUE = Path.of("src/main/java/org/throughline/staff/Act.java");

    private ActTemplates() {}

    static String generate() {
        ArrayNode templates = new ObjectMapper().createArrayNode();
        oneAct(template(templates, "User task with one act", "one-act"));
        severalActs(template(templates, "User task with several acts", "several-acts"));
        return ElementTemplates.print(templates);
    }

    private static ObjectNode template(ArrayNode templates, String name, String id) {
        ObjectNode template = templates.addObject();
        template.put("$schema", ElementTemplates.SCHEMA);
        template.put("name", name);
        template.put("id", "throughline." + id);
        template.put(
                "description",
                "Says what the person does here; the table license-requirement decides which license that needs.");
        template.putArray("appliesTo").add("bpmn:UserTask");
        ObjectNode property = template.putArray("properties").addObject();
        property.putObject("binding").put("type", "camunda:property").put("name", Act.PROPERTY);
        return property;
    }

    private static void oneAct(ObjectNode property) {
        property.put("label", "Act").put("type", "Dropdown");
        property.put("description", "What the person does in this task, as far as licensing is concerned.");
        property.putObject("constraints").put("notEmpty", true);
        ArrayNode choices = property.putArray("choices");
        for (Act act : Act.values()) {
            choices.addObject().put("name", act.name() + ": " + meaning(act)).put("value", act.name());
        }
    }

    private static void severalActs(ObjectNode property) {
        String acts = Arrays.stream(Act.values()).map(Enum::name).collect(Collectors.joining("|"));
        property.put("label", "Acts").put("type", "String");
        property.put("description", "Separated by commas: " + acts.replace("|", ", ") + ".");
        ObjectNode constraints = property.putObject("constraints");
        constraints.put("notEmpty", true);
        constraints
                .putObject("pattern")
                .put("value", "(" + acts + ")(, ?(" + acts + "))*")
                .put("message", "Name acts of the list, separated by commas.");
    }

    /** The first sentence of the constant's comment. */
    private static String meaning(Act act) {
        try {
            Matcher comment = Pattern.compile("/\\*\\* ([^*]*?\\.)[^*]*\\*/\\s*" + act + "[,;]")
                    .matcher(Files.readString(CATALOGUE));
            if (!comment.find()) {
                throw new IllegalStateException(act + " needs a Javadoc comment; modelers read it");
            }
            return comment.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
