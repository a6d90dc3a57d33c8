package org.throughline.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.delegate.JavaDelegate;

/** The modeler's palette: one element template for each delegate, described by the first sentence of its Javadoc. */
final class ElementTemplates {

    static final Path FILE = Path.of("processes/.camunda/element-templates/service-tasks.json");

    static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final Pattern JAVADOC = Pattern.compile(
            "/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public )?(?:final )?class", Pattern.DOTALL);
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)(?=[A-Z])");

    private ElementTemplates() {}

    static String generate(JavaNames java) {
        Map<String, JavaClass> delegates = new TreeMap<>();
        java.beans().forEach((name, type) -> {
            if (type.isAssignableTo(JavaDelegate.class)) {
                delegates.put(name, type);
            }
        });
        ArrayNode templates = new ObjectMapper().createArrayNode();
        delegates.forEach((name, type) -> template(templates.addObject(), name, type));
        return print(templates);
    }

    static String print(ArrayNode templates) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        printer.indentArraysWith(indent);
        printer.indentObjectsWith(indent);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(templates) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void template(ObjectNode template, String bean, JavaClass type) {
        String[] words = CAPITAL.split(type.getSimpleName().replaceFirst("Delegate$", ""), -1);
        String label = String.join(" ", words).toLowerCase(Locale.ROOT);
        label = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        label = label.replaceAll("\\bams\\b", "AMS");
        template.put("$schema", SCHEMA);
        template.put("name", label);
        template.put("id", "throughline." + String.join("-", words).toLowerCase(Locale.ROOT));
        template.put("description", description(type));
        template.putArray("appliesTo").add("bpmn:ServiceTask");
        ArrayNode properties = template.putArray("properties");
        property(properties.addObject(), "name", label);
        property(properties.addObject(), "camunda:delegateExpression", "${" + bean + "}");
    }

    private static void property(ObjectNode property, String name, String value) {
        property.put("type", "Hidden").put("value", value);
        property.putObject("binding").put("type", "property").put("name", name);
    }

    /** The first sentence of the class comment, without the label that stands before its colon. */
    private static String description(JavaClass type) {
        Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try {
            Matcher comment = JAVADOC.matcher(Files.readString(source));
            if (!comment.find()) {
                throw new IllegalStateException(type.getName() + " needs a Javadoc comment; modelers read it");
            }
            String text = comment.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
            String sentence = text.replaceFirst("^[A-Z][A-Za-z ]*: ", "").replaceFirst("(?<=[.!?]) .*", "");
            sentence = sentence.replaceAll("\\{@\\w+ ([^}]*)}", "$1");
            return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
