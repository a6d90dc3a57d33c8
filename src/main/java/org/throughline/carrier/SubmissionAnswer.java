package org.throughline.carrier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says to a submission, so far.
 *
 * @param carrierReference the carrier's own number: of the job, the endorsement, the claim
 * @param message the carrier's own words, empty where it says none
 * @param issued what the carrier says that it has issued; null where it does not say, which is not "as asked"
 * @param premiumChange by how much the term's premium changes, in dollars; null where the carrier does not say
 * @param effective from which day the carrier says it holds; null where it does not say
 */
public record SubmissionAnswer(
        Status status,
        String carrierReference,
        String message,
        @Nullable List<Change> issued,
        @Nullable BigDecimal premiumChange,
        @Nullable LocalDate effective) {

    /** How far the carrier is. */
    public enum Status {
        /** A price is known and nothing is bound. */
        QUOTED,
        /** It is done: the change is issued, the claim has its number. */
        CONFIRMED,
        /** The carrier has it and has not decided. It is no coverage. */
        PENDING,
        /** An underwriter looks at it. It is no coverage. */
        REFERRED,
        /** The carrier does not do it. */
        DECLINED;

        /** True where the carrier will not say more of its own. */
        public boolean isFinal() {
            return switch (this) {
                case QUOTED, CONFIRMED, DECLINED -> true;
                case PENDING, REFERRED -> false;
            };
        }
    }

    public SubmissionAnswer {
        issued = issued == null ? null : List.copyOf(issued);
    }
}
