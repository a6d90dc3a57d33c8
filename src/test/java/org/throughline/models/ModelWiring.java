package org.throughline.models;

import static java.util.stream.Collectors.toSet;
import static org.throughline.models.Model.childText;
import static org.throughline.models.Model.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.throughline.platform.security.Roles;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Follows every name in a process model to where it must lead: a bean, a form, a decision, a process, a constant. */
final class ModelWiring {

    /** The candidate groups of user tasks; the routing decisions answer with these. */
    static final Set<String> QUEUES = Set.of(
            "account-managers",
            "producers",
            "claims-advocates",
            "accounting",
            "compliance",
            "security",
            "triage",
            "partner-licensed",
            "partner-processors");

    /** Candidate groups that are chosen while the process runs: whoever does the work, or our own people about it. */
    private static final Set<String> CHOSEN =
            Set.of("${queue}", "${staffQueue}", "${route == 'EXTERNAL_PARTNER' ? staffQueue : queue}");

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JavaNames java;
    private final Map<String, Model> processes = new HashMap<>();
    private final Map<String, Element> decisions = new HashMap<>();
    private final List<Model> decisionFiles;
    private final Set<String> formFields = new TreeSet<>();
    private final Set<String> usedBeans = new TreeSet<>();

    ModelWiring(JavaNames java, List<Model> processes, List<Model> decisionFiles) {
        this.java = java;
        this.decisionFiles = decisionFiles;
        processes.forEach(process -> this.processes.put(process.name(), process));
        for (Model file : decisionFiles) {
            file.elements("decision").forEach(decision -> decisions.put(decision.getAttribute("id"), decision));
        }
    }

    /** Every name in the model that leads nowhere. */
    List<String> check(Model model) {
        List<String> findings = new ArrayList<>();
        formFields.clear();
        model.elements().forEach(element -> {
            bean(model, element, findings);
            form(model, element, findings);
            decision(model, element, findings);
            called(model, element, findings);
            named(model, element, findings);
            candidateGroups(model, element, findings);
        });
        Set<String> known = declaredIn(model);
        model.elements().forEach(element -> expressions(model, element, known, findings));
        return findings;
    }

    /** Delegates and listeners that none of the models checked so far uses. */
    Set<String> orphans() {
        Set<String> orphans = new TreeSet<>();
        java.beans().forEach((name, type) -> {
            if (JavaNames.isDelegateOrListener(type) && !usedBeans.contains(name)) {
                orphans.add(name);
            }
        });
        return orphans;
    }

    /** The texts that some decision can answer as that output. */
    Set<String> answers(String output) {
        Set<String> answers = new TreeSet<>();
        for (Model file : decisionFiles) {
            for (Element table : file.elements("decisionTable")) {
                List<Element> outputs = Model.children(table, "output");
                for (int i = 0; i < outputs.size(); i++) {
                    if (output.equals(outputs.get(i).getAttribute("name"))) {
                        for (Element rule : Model.children(table, "rule")) {
                            Matcher text = QUOTED.matcher(childText(
                                    Model.children(rule, "outputEntry").get(i), "text"));
                            while (text.find()) {
                                answers.add(text.group(1));
                            }
                        }
                    }
                }
            }
        }
        return answers;
    }

    private void bean(Model model, Element element, List<String> findings) {
        String expression = delegateExpression(element);
        if (expression.isEmpty()) {
            return;
        }
        Matcher name = BEAN.matcher(expression);
        if (!name.matches()) {
            findings.add(model.at(element, expression + " must be exactly ${beanName}"));
            return;
        }
        usedBeans.add(name.group(1));
        JavaClass type = java.beans().get(name.group(1));
        if (type == null) {
            findings.add(model.at(element, "no bean " + name.group(1)));
            return;
        }
        boolean fits = switch (element.getLocalName()) {
            case "executionListener" -> type.isAssignableTo(ExecutionListener.class);
            case "taskListener" -> type.isAssignableTo(TaskListener.class);
            default -> type.isAssignableTo(JavaDelegate.class);
        };
        require(findings, model, element, fits, name.group(1) + " is not of the type that is called here");
        if (Set.of("serviceTask", "sendTask").contains(element.getLocalName())) {
            boolean named = Names.pascalCase(element.getAttribute("name")).stream()
                    .anyMatch(label -> name.group(1).equals(Names.lowerFirst(label) + "Delegate"));
            require(findings, model, element, named, name.group(1) + " must be named like its label");
        }
    }

    private static String delegateExpression(Element element) {
        String onElement = extension(element, "delegateExpression");
        return onElement.isEmpty() ? element.getAttribute("delegateExpression") : onElement;
    }

    private void form(Model model, Element element, List<String> findings) {
        String id = extension(element, "formRef");
        if (id.isEmpty()) {
            return;
        }
        Path file = Objects.requireNonNull(model.file().getParent()).resolve(id + ".form");
        if (!Files.exists(file)) {
            findings.add(model.at(element, "no form " + id + ".form in the folder of the model"));
            return;
        }
        try {
            JsonNode form = JSON.readTree(file.toFile());
            require(findings, model, element, id.equals(form.path("id").asText()), id + ".form has another id");
            for (String field : form.findValuesAsText("key")) {
                formFields.add(field);
                require(
                        findings,
                        model,
                        element,
                        java.variables().contains(field) || readIn(model).contains(field),
                        id + ".form field " + field + " is no known variable, and no expression of the model reads it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> readIn(Model model) {
        return model.elements()
                .filter(e -> Set.of("conditionExpression", "inputParameter", "outputParameter")
                        .contains(e.getLocalName()))
                .flatMap(e -> Expressions.roots(e.getTextContent()).stream())
                .collect(toSet());
    }

    private void decision(Model model, Element element, List<String> findings) {
        String id = extension(element, "decisionRef");
        if (!id.isEmpty()) {
            require(findings, model, element, decisions.containsKey(id), "no decision " + id);
        }
    }

    private void called(Model model, Element element, List<String> findings) {
        String called = element.getAttribute("calledElement");
        if (called.isEmpty()) {
            return;
        }
        Matcher variable = BEAN.matcher(called);
        Set<String> targets = variable.matches() ? answers(variable.group(1)) : Set.of(called);
        require(findings, model, element, !targets.isEmpty(), "no decision answers " + called);
        for (String target : targets) {
            require(findings, model, element, processes.containsKey(target), "no process " + target);
        }
        Element extensions = Model.children(element, "extensionElements").stream()
                .findFirst()
                .orElse(element);
        List<Element> passed = Model.children(extensions, "in");
        boolean key =
                passed.stream().anyMatch(in -> !in.getAttribute("businessKey").isEmpty());
        require(findings, model, element, key, "must pass the business key");
        List<Element> mappings = new ArrayList<>(passed);
        mappings.addAll(Model.children(extensions, "out"));
        for (Element mapping : mappings) {
            for (String side : List.of("source", "target")) {
                String name = mapping.getAttribute(side);
                boolean known = name.isEmpty() || java.variables().contains(name);
                require(findings, model, element, known, name + " is no known variable");
            }
        }
    }

    private void named(Model model, Element element, List<String> findings) {
        switch (element.getLocalName()) {
            case "message", "signal" -> constant(model, element, element.getAttribute("name"), findings);
            case "error" -> constant(model, element, element.getAttribute("errorCode"), findings);
            case "escalation" -> constant(model, element, element.getAttribute("escalationCode"), findings);
            default -> {
                // other elements carry no name that Java shares
            }
        }
    }

    private void constant(Model model, Element element, String value, List<String> findings) {
        require(findings, model, element, java.constants().contains(value), value + " is no constant in Java");
    }

    private void candidateGroups(Model model, Element element, List<String> findings) {
        for (String group : extension(element, "candidateGroups").split(",", -1)) {
            boolean known = group.isBlank()
                    || CHOSEN.contains(group.strip())
                    || QUEUES.contains(group.strip())
                    || Roles.ALL.contains(group.strip());
            require(findings, model, element, known, group + " is no queue");
        }
    }

    /** Variables that the model itself brings into being, beside the typed constants and its forms' fields. */
    private Set<String> declaredIn(Model model) {
        Set<String> known = new TreeSet<>(java.variables());
        known.addAll(java.beans().keySet());
        known.addAll(formFields);
        known.addAll(model.elements()
                .filter(e -> Set.of("inputParameter", "outputParameter").contains(e.getLocalName()))
                .map(e -> e.getAttribute("name"))
                .collect(toSet()));
        model.elements().forEach(e -> {
            known.add(extension(e, "resultVariable"));
            known.add(extension(e, "elementVariable"));
            known.add(extension(e, "errorCodeVariable"));
            known.add(extension(e, "errorMessageVariable"));
            known.add(extension(e, "initiator"));
        });
        return known;
    }

    private static void expressions(Model model, Element element, Set<String> known, List<String> findings) {
        Set<String> roots = new TreeSet<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getLocalName().equals("delegateExpression")) {
                roots.addAll(Expressions.roots(attribute.getValue()));
            }
        }
        if (element.getElementsByTagName("*").getLength() == 0 && !"documentation".equals(element.getLocalName())) {
            roots.addAll(Expressions.roots(element.getTextContent()));
        }
        roots.removeAll(known);
        for (String name : roots) {
            findings.add(model.at(element, name + " is neither a known variable nor a bean"));
        }
    }

    private static void require(List<String> findings, Model model, Element element, boolean holds, String finding) {
        if (!holds) {
            findings.add(model.at(element, finding));
        }
    }
}
