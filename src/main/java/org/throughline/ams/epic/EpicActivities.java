package org.throughline.ams.epic;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTags;
import org.throughline.ams.epic.EpicRows.ActivityRow;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Activities, which are Epic's notes and tasks. Our reference is the last word of the description, which the list of a
 * client's activities gives back; the text is the activity's note. An activity whose note never arrived counts as absent
 * and is completed by adding the note, so one whole activity remains. The vendor documents no change and no end of an
 * activity.
 */
@OnEpic
@Component
class EpicActivities {

    /** Assumed: as long as the descriptions that the vendor does document. */
    private static final int DESCRIPTION = 125;

    private final EpicApi api;
    private final EpicLookups lookups;
    private final EpicProperties properties;

    EpicActivities(EpicApi api, EpicLookups lookups, EpicProperties properties) {
        this.api = api;
        this.lookups = lookups;
        this.properties = properties;
    }

    /** The id of the activity that carries our reference and its whole note. */
    Optional<String> find(OutboundWrite write, String clientId, String content) {
        return begun(write, clientId).stream()
                .filter(id -> arrived(id, content))
                .findFirst();
    }

    private List<String> begun(OutboundWrite write, String clientId) {
        String tag = AmsTags.tag(write);
        // A day for the vendor's "after", and one for its being in another time zone.
        LocalDate after = LocalDate.ofInstant(write.plannedAt(), ZoneOffset.UTC).minusDays(2);
        return EpicPages.all((offset, limit) -> api.activities(clientId, after.toString(), offset, limit)).stream()
                .filter(row -> EpicMapper.text(row.description()).contains(tag))
                .map(ActivityRow::id)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .toList();
    }

    private boolean arrived(String activityId, String content) {
        String expected = words(content);
        return expected.isEmpty()
                || EpicPages.all((offset, limit) -> api.notes(activityId, offset, limit)).stream()
                        .anyMatch(note -> expected.equals(words(EpicMapper.text(note.content()))));
    }

    /** Line ends and spaces may come back otherwise than they went. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /**
     * Completes a begun activity, or makes one.
     *
     * @param code the agency's activity code
     * @param policyId what the activity is about; the client where it is null
     * @param rest status, owner and dates
     */
    WriteOutcome write(
            OutboundWrite write,
            String clientId,
            @Nullable String policyId,
            String code,
            String description,
            String content,
            Map<String, Object> rest) {
        Optional<String> begun = begun(write, clientId).stream().findFirst();
        if (begun.isPresent()) {
            api.addNote(begun.get(), note(content));
            return WriteOutcome.done(begun.get());
        }
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("code", Map.of("id", lookups.activityCode(code)));
        activity.put("description", EpicTexts.tagged(description, write, DESCRIPTION));
        activity.put("association", association(clientId, policyId));
        activity.putAll(rest);
        if (!content.isBlank()) {
            activity.put("note", note(content));
        }
        String id = api.createActivity(activity).id();
        if (id == null || id.isBlank()) {
            throw new VendorUnavailable("Applied Epic confirmed an activity without its id; it is looked up again");
        }
        return WriteOutcome.done(id);
    }

    private Map<String, Object> association(String clientId, @Nullable String policyId) {
        if (policyId != null) {
            return Map.of("type", "POLICY", "id", policyId);
        }
        return Map.of(
                "type",
                "CLIENT",
                "id",
                clientId,
                "organization",
                Map.of("agency", Map.of("id", properties.agencyId()), "branch", Map.of("id", properties.branchId())));
    }

    private Map<String, Object> note(String content) {
        String level = properties.noteAccessLevel();
        return level == null
                ? Map.of("content", content)
                : Map.of("accessLevel", Map.of("id", level), "content", content);
    }
}
