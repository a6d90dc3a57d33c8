package org.throughline.ams.ezlynx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTags;
import org.throughline.ams.ezlynx.EzLynxDiscussionApi.Discussion;
import org.throughline.ams.ezlynx.EzLynxDiscussionApi.Note;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Our notes and tasks: one discussion for each service request, titled by its number. Every note ends in our reference,
 * so one that has it came whole. EZLynx changes no note: one that came in part stays, and a whole one is added to the
 * same discussion; a discussion that came without its note gets it.
 */
@OnEzLynx
@Component
class EzLynxDiscussions {

    private final EzLynxDiscussionApi api;

    EzLynxDiscussions(EzLynxDiscussionApi api) {
        this.api = api;
    }

    /** The id of a note that this write left behind whole. */
    Optional<String> find(String clientId, OutboundWrite write, Predicate<Note> whole) {
        return ours(clientId, write).stream()
                .flatMap(discussion -> api.withNotes(EzLynxTexts.text(discussion.discussionId())).allNotes().stream())
                .filter(note -> note.noteId() != null && carries(note, write) && whole.test(note))
                .map(note -> EzLynxTexts.text(note.noteId()))
                .findFirst();
    }

    private List<Discussion> ours(String clientId, OutboundWrite write) {
        if (!EzLynxIds.isId(clientId)) {
            return List.of();
        }
        try {
            return api.ofApplicant(clientId).stream()
                    .filter(discussion -> discussion.discussionId() != null
                            && title(write).equals(EzLynxTexts.text(discussion.title()))
                            && !Boolean.TRUE.equals(discussion.deleted()))
                    .toList();
        } catch (VendorNotFound noApplicant) {
            return List.of();
        }
    }

    private static boolean carries(Note note, OutboundWrite write) {
        return EzLynxTexts.text(note.body()).contains(AmsTags.tag(write));
    }

    private static String title(OutboundWrite write) {
        return "Throughline " + write.requestNumber();
    }

    /**
     * Adds a note to the request's discussion.
     *
     * @return the note's id
     */
    String add(String clientId, OutboundWrite write, Map<String, Object> note, Predicate<Note> whole) {
        long applicantId = EzLynxIds.applicant(clientId);
        try {
            Optional<Discussion> begun = ours(clientId, write).stream().findFirst();
            if (begun.isPresent()) {
                return known(api.add(EzLynxTexts.text(begun.get().discussionId()), note)
                        .noteId());
            }
            VendorAnswer answer = api.open(
                    Map.of("applicantId", applicantId, "discussion", Map.of("title", title(write)), "note", note));
            return opened(EzLynxIds.bare(answer, "discussionId"), clientId, write, whole);
        } catch (VendorNotFound noApplicant) {
            throw new VendorRejected("EZLynx has no applicant " + clientId, noApplicant);
        }
    }

    private static String known(@Nullable String noteId) {
        if (noteId == null || !EzLynxIds.isId(noteId)) {
            throw new VendorUnavailable("EZLynx confirmed a note without its number; it is looked up again");
        }
        return noteId;
    }

    /** The answer names the discussion, and maybe another one where it was cut. */
    private String opened(String discussionId, String clientId, OutboundWrite write, Predicate<Note> whole) {
        Optional<String> there;
        try {
            there = api.withNotes(discussionId).allNotes().stream()
                    .filter(note -> note.noteId() != null && carries(note, write) && whole.test(note))
                    .map(note -> EzLynxTexts.text(note.noteId()))
                    .findFirst();
        } catch (VendorNotFound cut) {
            there = Optional.empty();
        }
        return there.or(() -> find(clientId, write, whole))
                .orElseThrow(() -> new VendorUnavailable("EZLynx confirmed a note that it does not show"));
    }
}
