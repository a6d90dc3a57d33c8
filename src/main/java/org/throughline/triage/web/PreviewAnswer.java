package org.throughline.triage.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.Entities;
import org.throughline.triage.Identity;
import org.throughline.triage.Triage;
import org.throughline.triage.Understanding;

/** The answer of a preview: the main request first, the others in the order of the text. */
record PreviewAnswer(List<PreviewRequest> requests, List<String> flags) {

    static List<PreviewRequest> requests(Triage.Outlook outlook) {
        List<PreviewRequest> requests = new ArrayList<>();
        for (Triage.Planned planned : outlook.planned()) {
            Map<String, Object> routing = planned.routing();
            requests.add(new PreviewRequest(
                    planned.workType(),
                    planned.confidence(),
                    requests.isEmpty() ? outlook.alternatives() : List.of(),
                    entities(outlook.understanding()),
                    text(routing, "priority"),
                    new License(
                            Boolean.TRUE.equals(routing.get("licenseRequired")),
                            text(routing, "licenseState").isEmpty() ? null : text(routing, "licenseState"),
                            list(text(routing, "licenseLines"))),
                    text(routing, "route"),
                    text(routing, "queue"),
                    text(routing, "humanGate"),
                    text(routing, "workflow"),
                    reasons(outlook.understanding(), planned)));
        }
        return requests;
    }

    private static List<String> reasons(Understanding understanding, Triage.Planned planned) {
        List<String> reasons = new ArrayList<>();
        understanding.reasons().forEach(why -> reasons.add("In the text: " + why + "."));
        reasons.add("Classification " + planned.classification() + ".");
        String stop = text(planned.routing(), "stopReason");
        if (!stop.isEmpty()) {
            reasons.add("Not straight through: " + stop);
        }
        understanding.missing().forEach(field -> reasons.add("Missing: " + field + "."));
        return reasons;
    }

    private static Map<String, Object> entities(Understanding understanding) {
        Entities found = understanding.entities();
        Identity identity = understanding.identity();
        Map<String, Object> entities = new LinkedHashMap<>();
        put(entities, "insuredName", found.insuredName());
        put(entities, "clientId", identity.clientId());
        put(
                entities,
                "policyNumber",
                found.policyNumbers().isEmpty() ? null : found.policyNumbers().get(0));
        put(entities, "policyNumbers", found.policyNumbers());
        put(entities, "certificateHolder", found.holderName());
        put(entities, "holderAddress", found.holderAddress());
        put(entities, "deliverTo", found.deliverTo());
        put(entities, "lines", found.linesRequested());
        entities.put("specialWording", Boolean.TRUE.equals(understanding.facts().get("specialWording")));
        put(entities, "wording", found.wording());
        put(entities, "additionalInsureds", found.additionalInsureds());
        put(entities, "requiredLimits", found.requiredLimits().isEmpty() ? null : found.requiredLimits());
        put(entities, "umbrellaRequired", found.requiredLimits().get("UMBRELLA.eachOccurrence"));
        put(entities, "neededBy", found.neededBy());
        put(entities, "hardDate", found.hardDate());
        put(entities, "forms", found.acordForms());
        put(entities, "vin", found.vins().isEmpty() ? null : found.vins().get(0));
        put(
                entities,
                "callback",
                found.phoneNumbers().isEmpty() ? null : found.phoneNumbers().get(0));
        put(entities, "amounts", found.amounts());
        put(entities, "lender", found.lender().name());
        put(entities, "loanNumber", found.lender().loanNumber());
        String location = found.lender().location();
        put(entities, "locations", location == null ? null : List.of(location));
        put(entities, "lenderDemands", found.lender().demands());
        put(entities, "missing", understanding.missing());
        return entities;
    }

    private static void put(Map<String, Object> entities, String name, @Nullable Object value) {
        boolean nothing = value == null || (value instanceof List<?> list && list.isEmpty());
        if (!nothing && value != null) {
            entities.put(name, value);
        }
    }

    private static String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<String> list(String commaSeparated) {
        return commaSeparated.isBlank() ? List.of() : Arrays.asList(commaSeparated.split(",", -1));
    }

    /** One request as it would be opened. */
    record PreviewRequest(
            String workType,
            double confidence,
            List<Triage.Alternative> alternatives,
            Map<String, Object> entities,
            String priority,
            License license,
            String route,
            String queue,
            String humanGate,
            String workflow,
            List<String> reasons) {}

    /** The license that the work needs. */
    record License(boolean required, @Nullable String state, List<String> lines) {}
}
