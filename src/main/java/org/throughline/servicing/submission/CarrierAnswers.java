package org.throughline.servicing.submission;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.servicing.submission.CarrierDrafts.NotReady;

/** What carriers answer: written down by a person, or brought by a download; and whether it is what was asked. */
@Service
public class CarrierAnswers {

    private static final Pattern AMOUNT = Pattern.compile("([+-]?)\\s*\\$?\\s*([0-9][0-9,]*(?:\\.[0-9]{1,2})?)");

    private final CarrierSubmissions submissions;
    private final Carriers carriers;

    CarrierAnswers(CarrierSubmissions submissions, Carriers carriers) {
        this.submissions = submissions;
        this.carriers = carriers;
    }

    /**
     * What a person wrote down.
     *
     * @param says CONFIRMED, QUOTED, PENDING, REFERRED or DECLINED
     * @param issued what the carrier's document says, one change a line; blank where it does not say
     * @param premium by how much the premium changes, such as {@code -120.50}; blank where nobody says
     */
    public record Written(String says, String reference, String message, String issued, String premium) {}

    /**
     * Keeps an answer that a person wrote down.
     *
     * @throws NotReady if it is not complete or cannot be read
     */
    @Transactional
    public CarrierSubmission write(String id, Written written, String person) {
        SubmissionAnswer.Status status = Arrays.stream(SubmissionAnswer.Status.values())
                .filter(one -> one.name().equals(written.says()))
                .findFirst()
                .orElseThrow(() -> new NotReady("Choose what the carrier says."));
        if (status == SubmissionAnswer.Status.CONFIRMED && written.reference().isBlank()) {
            throw new NotReady(
                    "Enter the carrier's confirmation or endorsement number; without one nothing is" + " confirmed.");
        }
        if (status == SubmissionAnswer.Status.DECLINED && written.message().isBlank()) {
            throw new NotReady("Enter why the carrier declines, in its own words.");
        }
        submissions.answered(
                id,
                new SubmissionAnswer(
                        status,
                        written.reference().strip(),
                        written.message().strip(),
                        issued(written.issued()),
                        amount(written.premium()),
                        null),
                person);
        return get(id);
    }

    private static @Nullable List<Change> issued(String text) {
        try {
            return text.isBlank() ? null : ChangeLines.parse(text);
        } catch (ChangeLines.Unreadable unreadable) {
            throw new NotReady(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static @Nullable BigDecimal amount(String text) {
        if (text.isBlank()) {
            return null;
        }
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            throw new NotReady("\"" + text.strip() + "\" is no amount. Write it as 120.50 or -120.50.");
        }
        BigDecimal value = new BigDecimal(amount.group(2).replace(",", ""));
        return "-".equals(amount.group(1)) ? value.negate() : value;
    }

    /** The submission as it stands, in words. */
    public String words(CarrierSubmission submission) {
        String code = submission.submission().carrier();
        return SubmissionWords.answer(carriers.byCode(code).map(Carrier::name).orElse(code), submission);
    }

    /** What was asked, in words. */
    public String asked(CarrierSubmission submission) {
        return SubmissionWords.block(submission.requestNumber(), submission.submission());
    }

    public CarrierSubmission get(String id) {
        return submissions.get(id);
    }

    /** The carrier's website for its agents. */
    public String portal(CarrierSubmission submission) {
        return Optional.of(submission.submission().carrier())
                .flatMap(carriers::byCode)
                .map(Carrier::portal)
                .orElse("");
    }
}
