package org.throughline.servicing.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.platform.AgencyProfile;

/** Turns what is known and what a person enters into a submission that a carrier can work with. */
@Service
public class CarrierDrafts {

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendOptional(DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT))
            .appendOptional(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT))
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int FARTHEST_YEARS = 3;

    private final AmsPolicies policies;
    private final Carriers carriers;
    private final AgencyProfile agency;
    private final Clock clock;

    CarrierDrafts(AmsPolicies policies, Carriers carriers, AgencyProfile agency, Clock clock) {
        this.policies = policies;
        this.carriers = carriers;
        this.agency = agency;
        this.clock = clock;
    }

    /** What a person entered cannot be sent; the message says what to do. */
    public static final class NotReady extends RuntimeException {

        NotReady(String message) {
            super(message);
        }

        NotReady(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What the form shows at first. */
    public record Known(String carrier, String policyNumber, String naic, String line, String state, String insured) {}

    /**
     * What a person entered, as text.
     *
     * @param effective {@code 2026-12-01} or {@code 12/01/2026}
     * @param changes one a line, as {@link ChangeLines} reads them
     * @param details {@code name = value}, one a line
     */
    public record Entered(
            String carrier,
            String operation,
            String policyNumber,
            String naic,
            String line,
            String state,
            String insured,
            String effective,
            String description,
            String changes,
            String details,
            @Nullable String quoteReference) {}

    /**
     * The policy that a request is about, as the agency management system has it: the one that is named, else the only one
     * in force of the line.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable the system cannot be reached; try again later
     */
    public Optional<Known> known(String clientId, List<String> numbers, String line) {
        if (clientId.isBlank()) {
            return Optional.empty();
        }
        List<Policy> held = policies.ofClient(clientId);
        List<Policy> named = held.stream()
                .filter(policy -> numbers.stream()
                        .anyMatch(number -> PolicyNumbers.key(number).equals(PolicyNumbers.key(policy.number()))))
                .toList();
        LocalDate today = today();
        List<Policy> candidates = named.isEmpty()
                ? held.stream()
                        .filter(policy -> policy.inForceOn(today)
                                && (line.isBlank() || policy.lines().contains(line)))
                        .toList()
                : named;
        return candidates.size() == 1 || !named.isEmpty()
                ? candidates.stream().findFirst().map(this::known)
                : Optional.empty();
    }

    private Known known(Policy policy) {
        String naic = policy.naic();
        return new Known(
                carriers.of(naic, policy.carrierName()).map(Carrier::code).orElse(""),
                policy.number(),
                naic == null ? "" : naic,
                policy.lines().isEmpty() ? "" : policy.lines().get(0),
                policy.states().isEmpty() ? "" : policy.states().get(0),
                policy.namedInsured());
    }

    /** Today at the agency. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(agency.timeZone()));
    }

    /**
     * The submission that a person entered.
     *
     * @throws NotReady if something in it is missing or cannot be read
     */
    public Submission submission(Entered entered, CarrierChannel channel) {
        Carrier carrier = carrier(entered.carrier());
        CarrierOperation operation = operation(entered.operation());
        if (entered.policyNumber().isBlank()) {
            throw new NotReady("Enter the policy number.");
        }
        if (entered.insured().isBlank()) {
            throw new NotReady("Enter the named insured as it stands on the policy.");
        }
        return new Submission(
                carrier.code(),
                operation,
                channel,
                entered.policyNumber().strip(),
                entered.naic().isBlank() ? null : entered.naic(),
                entered.line(),
                entered.state(),
                entered.insured().strip(),
                effective(entered.effective(), operation),
                entered.description().strip(),
                changes(entered, operation),
                details(entered.details()),
                entered.quoteReference());
    }

    private Carrier carrier(String text) {
        return carriers.byCode(text)
                .or(() -> carriers.of(null, text))
                .orElseThrow(() -> new NotReady(
                        (text.isBlank() ? "Enter the carrier." : "\"" + text + "\" is no carrier of the agency.")
                                + " There are "
                                + carriers.all().stream()
                                        .map(carrier -> carrier.code() + " (" + carrier.name() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static CarrierOperation operation(String text) {
        return Arrays.stream(CarrierOperation.values())
                .filter(operation -> operation.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new NotReady("Choose what is asked of the carrier."));
    }

    private LocalDate effective(String text, CarrierOperation operation) {
        LocalDate day = day(text);
        LocalDate today = today();
        if (day.isAfter(today.plusYears(FARTHEST_YEARS)) || day.isBefore(today.minusYears(FARTHEST_YEARS))) {
            throw new NotReady("The date " + text.strip() + " is more than " + FARTHEST_YEARS + " years away.");
        }
        if (operation == CarrierOperation.CLAIM_NOTICE && day.isAfter(today)) {
            throw new NotReady("The day of a loss cannot be in the future.");
        }
        return day;
    }

    private static LocalDate day(String text) {
        if (text.isBlank()) {
            throw new NotReady("Enter from which day it counts, such as 12/01/2026; for a claim the day of the loss.");
        }
        try {
            return LocalDate.parse(text.strip(), DAY);
        } catch (DateTimeParseException unreadable) {
            throw new NotReady(
                    "\"" + text.strip() + "\" is no date. Write it as 12/01/2026 or 2026-12-01.", unreadable);
        }
    }

    private static List<Change> changes(Entered entered, CarrierOperation operation) {
        try {
            List<Change> changes = ChangeLines.parse(entered.changes());
            boolean wanted =
                    operation == CarrierOperation.POLICY_CHANGE || operation == CarrierOperation.POLICY_CHANGE_QUOTE;
            if (wanted && changes.isEmpty()) {
                throw new NotReady("Say what is to be changed, one change a line, such as Add additional insured:"
                        + " Gulfton Apartments LP; form = CG 20 10");
            }
            return wanted ? changes : List.of();
        } catch (ChangeLines.Unreadable unreadable) {
            throw new NotReady(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static Map<String, String> details(String text) {
        Map<String, String> details = new LinkedHashMap<>();
        for (String line : text.split("\\R", -1)) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                details.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            } else if (!line.isBlank()) {
                throw new NotReady("Write \"" + line.strip() + "\" among the details as name = value.");
            }
        }
        return details;
    }
}
