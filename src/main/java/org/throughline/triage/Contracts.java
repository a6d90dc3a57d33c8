package org.throughline.triage;

import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/** Tells whether a contract or its insurance requirements came along. */
final class Contracts {

    private static final int BEGINNING = 300;
    private static final QuickPattern CONTRACT = QuickPattern.compile(
            "\\b(contract|subcontract|agreement|exhibit|lease|requirements?|msa|addendum|insurance spec\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private Contracts() {}

    static boolean attached(MessageText message) {
        return message.attachments().stream()
                .anyMatch(file -> CONTRACT.matcher(file.filename().replaceAll("[_.-]+", " "))
                                .find()
                        || CONTRACT.matcher(file.text()
                                        .substring(
                                                0,
                                                Math.min(BEGINNING, file.text().length())))
                                .find());
    }
}
