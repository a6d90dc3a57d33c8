package org.throughline.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.privacy.SensitiveNumbers;

/** What was found in a message by the names that people and the preview know it by; only what was found is there. */
public final class EntityKeys {

    private static final Set<String> SPOKEN = Set.of("PHONE", "VOICEMAIL");
    private static final Set<String> PROSPECTS = Set.of("LEAD", "QUOTE");
    private static final Set<String> UNITS = Set.of("VEHICLE", "DRIVER");

    private EntityKeys() {}

    public static Map<String, Object> of(Understanding understanding) {
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
        put(entities, "callback", callback(understanding));
        put(entities, "amounts", found.amounts());
        put(entities, "lender", found.lender().name());
        put(entities, "loanNumber", found.lender().loanNumber());
        String location = found.lender().location();
        put(entities, "locations", location == null ? null : List.of(location));
        put(entities, "lenderDemands", found.lender().demands());
        put(entities, "missing", understanding.missing());
        particulars(entities, understanding);
        entities.replaceAll((name, value) -> masked(value));
        put(entities, "mentions", found.mentions());
        return entities;
    }

    /** What else is said; who asks for a quote and is no client yet is a prospect. */
    private static void particulars(Map<String, Object> entities, Understanding understanding) {
        Entities found = understanding.entities();
        String topic = text(understanding.facts(), "topic");
        Map<String, Object> said = new LinkedHashMap<>(found.particulars().values());
        if (!topic.equals("MORTGAGEE")) {
            said.remove("newMortgagee");
            said.remove("mortgageeAddress");
        }
        if (said.containsKey("lienholder") || said.containsKey("newMortgagee")) {
            entities.remove("lender");
        }
        boolean loss = topic.equals("LOSS")
                || understanding.further().stream().anyMatch(one -> one.topic().equals("LOSS"));
        if (!loss) {
            said.remove("lossDate");
        }
        if (topic.equals("LOSS")) {
            entities.put("injury", understanding.flags().contains("INJURY"));
        }
        boolean prospect = understanding.identity().clientId() == null && PROSPECTS.contains(topic);
        if (prospect) {
            put(entities, "prospectName", entities.remove("insuredName"));
            put(entities, "xDate", said.remove("expirationDate"));
        }
        if (UNITS.contains(topic)) {
            entities.put("action", understanding.flags().contains("REDUCTION_OF_COVERAGE") ? "REMOVE" : "ADD");
        }
        if (found.wording().contains("PRIMARY_NONCONTRIBUTORY")) {
            entities.put("primaryNonContributory", true);
        }
        put(
                entities,
                "form",
                found.acordForms().isEmpty() ? null : found.acordForms().get(0));
        said.forEach(entities::putIfAbsent);
    }

    /** The number that the sender wants to be called at: the one that is named after such words, or in a call. */
    private static @Nullable String callback(Understanding understanding) {
        boolean spoken = SPOKEN.contains(text(understanding.facts(), "channel"));
        return understanding.entities().phoneNumbers().stream()
                .filter(number -> spoken || understanding.entities().callbacks().contains(number))
                .findFirst()
                .orElse(null);
    }

    /** Mentions hold no sensitive number; everything else is masked here. */
    private static Object masked(Object value) {
        if (value instanceof String text) {
            return SensitiveNumbers.mask(text);
        }
        return value instanceof List<?> list
                ? list.stream().map(EntityKeys::masked).toList()
                : value;
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
}
