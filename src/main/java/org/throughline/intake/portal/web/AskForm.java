package org.throughline.intake.portal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.intake.portal.AskKind;
import org.throughline.intake.portal.ServiceAsk;

/** Checks what a client wrote, and says in one go everything that is to be put right. */
final class AskForm {

    static final int MOST_TEXT = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_POLICY = 60;
    private static final int LONGEST_PHONE = 40;
    private static final int LEAST_DIGITS = 7;
    private static final Pattern SUBMISSION_ID = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private final FormFields fields;
    private final FormErrors errors = new FormErrors();

    AskForm(Map<String, String> typed) {
        this.fields = new FormFields(typed);
    }

    /** How much may be sent, in bytes. */
    record Bounds(long fileLimit, long totalLimit, int files) {}

    /** Values to show again. */
    FormFields fields() {
        return fields;
    }

    FormErrors errors() {
        return errors;
    }

    /** The id that came with the form, or a new one where it is none. */
    String submissionId() {
        String id = fields.line("submissionId");
        return SUBMISSION_ID.matcher(id).matches() ? id : UUID.randomUUID().toString();
    }

    /** The checked content; only to be used where there are no errors. */
    ServiceAsk check(LocalDate today, List<MultipartFile> files, Bounds bounds) {
        String text = fields.text("text");
        require(!text.isEmpty(), "text", "Write what you need.");
        require(text.length() <= MOST_TEXT, "text", "Write it in 10,000 characters at most, or attach it as a file.");
        String policy = fields.line("policyNumber");
        require(policy.length() <= LONGEST_POLICY, "policyNumber", "A policy number has 60 characters at most.");
        LocalDate neededBy = neededBy(today);
        checkFiles(files, bounds);
        // Angle brackets would end the name where an address begins.
        String name = fields.line("name").replaceAll("[<>\"]", "").strip();
        require(!name.isEmpty(), "name", "Write your name.");
        require(name.length() <= LONGEST_NAME, "name", "Write your name in 100 characters at most.");
        String email = fields.mail("email");
        require(FormFields.isMail(email), "email", "Write your e-mail address, such as name@example.com.");
        String phone = fields.line("phone");
        long digits = phone.chars().filter(Character::isDigit).count();
        require(
                phone.isEmpty() || (digits >= LEAST_DIGITS && phone.length() <= LONGEST_PHONE),
                "phone",
                "Write the telephone number with its area code, or leave it empty.");
        require(
                fields.line("website").isEmpty(),
                "website",
                "Leave this field empty; it is there to keep programs out.");
        return new ServiceAsk(
                submissionId(), name, email, phone, policy, AskKind.named(fields.line("kind")), text, neededBy);
    }

    private @Nullable LocalDate neededBy(LocalDate today) {
        String typed = fields.line("neededBy");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            require(
                    !day.isBefore(today) && !day.isAfter(today.plusYears(2)),
                    "neededBy",
                    "Choose a day from today on, within the next two years.");
            return day;
        } catch (DateTimeException notADay) {
            errors.add("neededBy", "Choose a day, or write it as year-month-day, such as " + today + ".");
            return null;
        }
    }

    private void checkFiles(List<MultipartFile> files, Bounds bounds) {
        for (MultipartFile file : files) {
            require(
                    file.getSize() <= bounds.fileLimit(),
                    "files",
                    "The file \"" + FileNames.shown(file) + "\" is larger than " + FileNames.size(bounds.fileLimit())
                            + ". Choose it again in a smaller form, together with the others.");
        }
        require(
                files.size() <= bounds.files(),
                "files",
                "Send " + bounds.files() + " files at most, and the others in a second request.");
        require(
                files.stream().mapToLong(MultipartFile::getSize).sum() <= bounds.totalLimit(),
                "files",
                "The files are larger than " + FileNames.size(bounds.totalLimit())
                        + " together. Send some of them in a second request.");
    }

    private void require(boolean right, String field, String sentence) {
        if (!right) {
            errors.add(field, sentence);
        }
    }
}
