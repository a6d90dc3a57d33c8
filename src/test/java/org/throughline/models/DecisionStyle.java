package org.throughline.models;

import static org.throughline.models.Model.childText;
import static org.throughline.models.Model.children;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The house style of a decision file: one decision named like the file, or a graph of several. */
final class DecisionStyle {

    private static final Set<String> HIT_POLICIES = Set.of("", "UNIQUE", "FIRST", "COLLECT");

    private DecisionStyle() {}

    static List<String> check(Model model) {
        List<String> findings = new ArrayList<>();
        List<Element> decisions = model.elements("decision");
        if (decisions.stream().map(d -> d.getAttribute("id")).noneMatch(model.name()::equals)) {
            require(
                    findings,
                    model,
                    model.document().getDocumentElement(),
                    decisions.size() > 1,
                    "the file name must be the decision id");
        }
        for (Element decision : decisions) {
            String id = decision.getAttribute("id");
            require(
                    findings,
                    model,
                    decision,
                    id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "the id must be in kebab-case");
            require(
                    findings,
                    model,
                    decision,
                    !decision.getAttribute("name").isBlank(),
                    "needs a name: the answer as a noun");
            require(
                    findings,
                    model,
                    decision,
                    !decision.getAttributeNS(Model.DMN_EXTENSION, "historyTimeToLive")
                            .isEmpty(),
                    "must have a history time to live");
            for (Element table : children(decision, "decisionTable")) {
                table(model, table, findings);
            }
        }
        return findings;
    }

    private static void table(Model model, Element table, List<String> findings) {
        require(
                findings,
                model,
                table,
                HIT_POLICIES.contains(table.getAttribute("hitPolicy")),
                "the hit policy must be UNIQUE, FIRST or COLLECT");
        for (Element input : children(table, "input")) {
            require(findings, model, input, !input.getAttribute("label").isBlank(), "needs a label");
            for (Element expression : children(input, "inputExpression")) {
                require(
                        findings,
                        model,
                        input,
                        !expression.getAttribute("typeRef").isEmpty(),
                        "needs a type");
            }
        }
        for (Element output : children(table, "output")) {
            require(findings, model, output, !output.getAttribute("name").isBlank(), "needs a name");
            require(findings, model, output, !output.getAttribute("label").isBlank(), "needs a label");
            require(findings, model, output, !output.getAttribute("typeRef").isEmpty(), "needs a type");
        }
        Set<String> ids = new HashSet<>();
        for (Element rule : children(table, "rule")) {
            String id = rule.getAttribute("id");
            require(findings, model, rule, id.matches("rule_[a-z][A-Za-z0-9]*"), "the id must be rule_camelCase");
            require(findings, model, rule, ids.add(id), "the id is used twice");
            require(
                    findings,
                    model,
                    rule,
                    !childText(rule, "description").isEmpty(),
                    "must say why it holds (description)");
        }
    }

    private static void require(List<String> findings, Model model, Element element, boolean holds, String finding) {
        if (!holds) {
            findings.add(model.at(element, finding));
        }
    }
}
