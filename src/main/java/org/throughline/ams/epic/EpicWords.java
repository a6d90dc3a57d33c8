package org.throughline.ams.epic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.epic.EpicRows.Coded;

/**
 * The agency's own policy statuses and line types in our words: by its settings first, then by what the description
 * says. Codes alone mean nothing, because every agency has its own.
 */
final class EpicWords {

    private record Word(String part, String code) {}

    private static final List<Word> LINES = List.of(
            new Word("personal umbrella", "PERSONAL_UMBRELLA"),
            new Word("personal excess", "PERSONAL_UMBRELLA"),
            new Word("umbrella", "UMBRELLA"),
            new Word("excess liab", "UMBRELLA"),
            new Word("personal auto", "PERSONAL_AUTO"),
            new Word("private passenger", "PERSONAL_AUTO"),
            new Word("auto", "AUTO"),
            new Word("workers comp", "WC"),
            new Word("work comp", "WC"),
            new Word("homeowner", "HOME"),
            new Word("dwelling", "HOME"),
            new Word("business owner", "BOP"),
            new Word("businessowner", "BOP"),
            new Word("cargo", "CARGO"),
            new Word("directors", "DO"),
            new Word("professional liab", "EO"),
            new Word("errors and omissions", "EO"),
            new Word("errors & omissions", "EO"),
            new Word("general liab", "GL"),
            new Word("property", "PROPERTY"));

    private final Map<String, PolicyStatus> statusCodes;
    private final Map<String, String> lineCodes;

    EpicWords(Map<String, PolicyStatus> statusCodes, Map<String, String> lineCodes) {
        this.statusCodes = statusCodes;
        this.lineCodes = lineCodes;
    }

    /** Our code for a line type, or the agency's own where we have none for it; empty where nobody says. */
    String line(@Nullable Coded type) {
        if (type == null) {
            return "";
        }
        String code = EpicMapper.text(type.code());
        String configured = lineCodes.get(code);
        if (configured != null) {
            return configured;
        }
        String description = plain(type.description());
        return LINES.stream()
                .filter(word -> description.contains(word.part()))
                .map(Word::code)
                .findFirst()
                .orElse(code.isEmpty() ? description.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") : code);
    }

    /** The agency's own word for a line's status; the stage of its service where it has none. */
    static String said(@Nullable Coded status, @Nullable String stage) {
        if (status == null) {
            return EpicMapper.text(stage);
        }
        String description = EpicMapper.text(status.description());
        return description.isEmpty() ? EpicMapper.text(status.code()) : description;
    }

    PolicyStatus status(@Nullable Coded status, @Nullable String stage) {
        if (status == null) {
            return ofStage(stage);
        }
        PolicyStatus configured = statusCodes.get(EpicMapper.text(status.code()));
        if (configured != null) {
            return configured;
        }
        PolicyStatus described = described(plain(status.description()));
        return described == PolicyStatus.UNKNOWN ? ofStage(stage) : described;
    }

    private static PolicyStatus ofStage(@Nullable String stage) {
        return switch (EpicMapper.text(stage)) {
            case "CANCELLED" -> PolicyStatus.CANCELLED;
            case "LAPSED" -> PolicyStatus.EXPIRED;
            default -> PolicyStatus.UNKNOWN;
        };
    }

    /** The order matters: "pending cancellation" before "cancelled", "not renewed" before "renewed". */
    private static PolicyStatus described(String words) {
        if (words.contains("cancel")) {
            boolean coming = words.contains("pending") || words.contains("notice") || words.contains("intent");
            return coming ? PolicyStatus.PENDING_CANCEL : PolicyStatus.CANCELLED;
        }
        if (words.contains("non renew") || words.contains("nonrenew") || words.contains("not renew")) {
            return PolicyStatus.NON_RENEWED;
        }
        if (words.contains("rewrit") || words.contains("replaced")) {
            return PolicyStatus.REPLACED;
        }
        if (words.contains("reinstat")) {
            return PolicyStatus.REINSTATED;
        }
        if (words.contains("expired") || words.contains("lapse")) {
            return PolicyStatus.EXPIRED;
        }
        if (words.contains("prospect") || words.contains("quote") || words.contains("submi")) {
            return PolicyStatus.PROSPECT_QUOTE;
        }
        if (words.contains("renewing") || words.contains("renewal in") || words.contains("up for renewal")) {
            return PolicyStatus.RENEWING;
        }
        if (words.contains("renewed to")) {
            return PolicyStatus.RENEWED;
        }
        boolean standing = (words.contains("active") && !words.contains("inactive"))
                || words.contains("in force")
                || words.contains("issued")
                || words.contains("bound")
                || words.contains("new business")
                || words.contains("renewal")
                || words.contains("renewed");
        return standing ? PolicyStatus.ACTIVE : PolicyStatus.UNKNOWN;
    }

    private static String plain(@Nullable String text) {
        return EpicMapper.text(text)
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
    }
}
