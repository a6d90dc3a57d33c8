package org.throughline.models;

import static java.util.stream.Collectors.toMap;
import static org.throughline.models.Model.childText;
import static org.throughline.models.Model.children;
import static org.throughline.models.Model.extension;
import static org.throughline.models.Model.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.staff.Act;
import org.w3c.dom.Element;

/** The house style of a process model, one rule a method; each finding says where and what to do. */
final class ProcessStyle {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_ACTIVITIES = 15;
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> EMPTY_VERBS = Set.of("handle", "process", "manage", "do", "perform", "execute");
    private static final Pattern NOUN = Pattern.compile(".+(tion|ment|ance|ness|ing)");
    private static final Set<String> VERBS_LIKE_NOUNS = Set.of("document", "bring", "question", "mention", "implement");
    private static final Map<String, String> PREFIXES = Map.of(
            "startEvent", "StartEvent_",
            "endEvent", "EndEvent_",
            "intermediateCatchEvent", "Event_",
            "intermediateThrowEvent", "Event_",
            "boundaryEvent", "Event_",
            "callActivity", "Call_",
            "subProcess", "Sub_");

    private final Model model;
    private final List<String> findings = new ArrayList<>();

    private ProcessStyle(Model model) {
        this.model = model;
    }

    /** Everything in which a model departs from the house style. */
    static List<String> check(Model model) {
        ProcessStyle style = new ProcessStyle(model);
        style.process();
        style.ids();
        style.labels();
        style.userTasks();
        style.serviceTasks();
        style.gateways();
        style.drawing();
        return style.findings;
    }

    private void process() {
        List<Element> processes = model.elements("process");
        if (processes.size() != 1) {
            findings.add(model.fileName() + ": holds " + processes.size() + " processes; one file, one process");
        }
        for (Element process : processes) {
            require(process, process.getAttribute("id").equals(model.name()), "the file name must be the process id");
            require(process, KEBAB_CASE.matcher(process.getAttribute("id")).matches(), "the id must be in kebab-case");
            require(process, "true".equals(process.getAttribute("isExecutable")), "must be executable");
            require(process, !process.getAttribute("name").isBlank(), "must have a name");
            require(process, !extension(process, "historyTimeToLive").isEmpty(), "must have a history time to live");
            require(process, !extension(process, "versionTag").isEmpty(), "must have a version tag");
            require(process, !childText(process, "documentation").isEmpty(), "must document purpose and outcomes");
        }
        long activities = model.flowNodes().stream().filter(Model::isActivity).count();
        if (activities > MOST_ACTIVITIES) {
            findings.add(model.fileName() + ": has " + activities + " activities; cut it with a call activity");
        }
    }

    private void ids() {
        for (Element node : model.flowNodes()) {
            String prefix = PREFIXES.getOrDefault(node.getLocalName(), Model.isGateway(node) ? "Gateway_" : "Task_");
            String id = node.getAttribute("id");
            String label = node.getAttribute("name");
            if (!id.startsWith(prefix)) {
                findings.add(model.at(node, "the id must start with " + prefix));
            } else if (label.isEmpty()) {
                require(node, id.matches(prefix + "[A-Z][A-Za-z0-9]*"), "the id must be " + prefix + "PascalCase");
            } else {
                Set<String> expected = Names.pascalCase(label);
                boolean shared = model.flowNodes().stream()
                                .filter(other -> label.equals(other.getAttribute("name")))
                                .count()
                        > 1;
                boolean fits = expected.stream()
                        .anyMatch(name -> id.equals(prefix + name) || (shared && id.startsWith(prefix + name)));
                require(node, fits, "the id must be " + prefix + " and one of " + expected);
            }
        }
        for (Element flow : model.elements("sequenceFlow")) {
            boolean named = flow.getAttribute("id").matches("Flow_[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");
            require(flow, named, "the id must be Flow_ and PascalCase words");
        }
    }

    private void labels() {
        for (Element node : model.flowNodes()) {
            String label = node.getAttribute("name");
            String type = node.getLocalName();
            boolean splits = model.outgoing(node).size() > 1;
            if (label.isEmpty()) {
                require(node, Model.isGateway(node) && !("exclusiveGateway".equals(type) && splits), "needs a label");
                continue;
            }
            require(node, isSentenceCase(label), "the label must be in sentence case");
            if (Model.isActivity(node)) {
                require(node, startsWithAVerb(label), "the label must start with a verb that says what is done");
            }
            if (Model.isGateway(node)) {
                require(node, "exclusiveGateway".equals(type) && splits, "joins and other gateways have no label");
            }
        }
    }

    private void userTasks() {
        for (Element task : model.elements("userTask")) {
            require(task, !extension(task, "candidateGroups").isEmpty(), "needs candidate groups");
            require(task, extension(task, "assignee").isEmpty(), "is claimed, never assigned by the model");
            require(task, !childText(task, "documentation").isEmpty(), "must document what the person decides");
            acts(task);
            require(task, !extension(task, "formRef").isEmpty(), "needs a form");
        }
    }

    private void acts(Element task) {
        try {
            Act.named(property(task, Act.PROPERTY));
        } catch (IllegalArgumentException unknown) {
            findings.add(model.at(task, "must name its acts (extension property act): " + unknown.getMessage()));
        }
    }

    private void serviceTasks() {
        for (Element task : model.elements(Set.of("serviceTask", "sendTask"))) {
            boolean bound = !extension(task, "delegateExpression").isEmpty()
                    || !extension(task, "topic").isEmpty();
            require(task, bound, "needs a delegate expression, or a topic for work done by another program");
        }
        model.elements()
                .filter(e -> "true".equals(property(e, "remote")))
                .forEach(e -> require(
                        e,
                        "true".equals(extension(e, "asyncBefore")),
                        "leaves this program, so it must be asyncBefore"));
        model.elements()
                .filter(e -> "scriptTask".equals(e.getLocalName()) || "script".equals(e.getLocalName()))
                .forEach(e -> findings.add(model.at(e, "scripts are not allowed; use a delegate or a decision")));
        model.elements()
                .filter(e -> !extension(e, "class").isEmpty())
                .forEach(e -> findings.add(model.at(e, "uses a class; use a delegate expression")));
    }

    private void gateways() {
        for (Element gateway : model.elements("exclusiveGateway")) {
            List<Element> flows = model.outgoing(gateway);
            String standard = gateway.getAttribute("default");
            if (flows.size() < 2) {
                require(gateway, standard.isEmpty(), "has one way out and needs no default");
                continue;
            }
            require(gateway, gateway.getAttribute("name").endsWith("?"), "splits, so its label must be a question");
            require(gateway, !standard.isEmpty(), "splits, so it needs a default flow");
            for (Element flow : flows) {
                boolean isDefault = flow.getAttribute("id").equals(standard);
                boolean conditioned = !children(flow, "conditionExpression").isEmpty();
                require(flow, isDefault != conditioned, "every flow but the default needs a condition");
                require(flow, !flow.getAttribute("name").isEmpty(), "needs an answer as its label");
            }
        }
    }

    private void drawing() {
        Map<String, Element> shapes = byBpmnElement("BPMNShape");
        Map<String, Element> edges = byBpmnElement("BPMNEdge");
        for (Element node : model.flowNodes()) {
            require(node, shapes.containsKey(node.getAttribute("id")), "is not drawn");
        }
        for (Element flow : model.elements("sequenceFlow")) {
            Element edge = edges.get(flow.getAttribute("id"));
            if (edge == null) {
                findings.add(model.at(flow, "is not drawn"));
                continue;
            }
            List<Element> points = children(edge, "waypoint");
            require(flow, isOrthogonal(points), "must run in horizontal and vertical lines");
            boolean happy = model.byId(flow.getAttribute("sourceRef"))
                    .filter(source -> flow.getAttribute("id").equals(source.getAttribute("default")))
                    .isPresent();
            if (happy && points.size() > 1) {
                require(
                        flow,
                        number(points.get(0), "x") <= number(points.get(points.size() - 1), "x"),
                        "is a default flow and must lead from left to right");
            }
        }
    }

    private Map<String, Element> byBpmnElement(String localName) {
        return model.elements(localName).stream()
                .collect(toMap(e -> e.getAttribute("bpmnElement"), e -> e, (a, b) -> a));
    }

    private static boolean isOrthogonal(List<Element> points) {
        for (int i = 1; i < points.size(); i++) {
            double dx = Math.abs(number(points.get(i), "x") - number(points.get(i - 1), "x"));
            double dy = Math.abs(number(points.get(i), "y") - number(points.get(i - 1), "y"));
            if (Math.min(dx, dy) > 2) {
                return false;
            }
        }
        return true;
    }

    private static double number(Element point, String attribute) {
        return Double.parseDouble(point.getAttribute(attribute));
    }

    private static boolean isSentenceCase(String label) {
        List<String> words = SPACE.splitAsStream(label.strip()).toList();
        char first = words.get(0).charAt(0);
        return (Character.isUpperCase(first) || Character.isDigit(first))
                && words.stream()
                        .skip(1)
                        .allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT))
                                || word.equals(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean startsWithAVerb(String label) {
        List<String> words = SPACE.splitAsStream(label.strip()).toList();
        String first = words.get(0).toLowerCase(Locale.ROOT);
        return words.size() > 1
                && !EMPTY_VERBS.contains(first)
                && (VERBS_LIKE_NOUNS.contains(first) || !NOUN.matcher(first).matches());
    }

    private void require(Element element, boolean holds, String finding) {
        if (!holds) {
            findings.add(model.at(element, finding));
        }
    }
}
