package org.throughline.sandbox.carrier.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.PolicyChange;

/**
 * A request as a person at a desk reads it: lines of a label and a value, in any order and case, quoted or not; a line
 * that begins with spaces goes on with the one before.
 */
final class RequestForm {

    private static final Pattern LINE = Pattern.compile("[>\\s*-]*([A-Za-z][A-Za-z /]{1,30}?)\\s*:\\s*(\\S.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d+(?:-\\d+)?\\b");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[yyyy-MM-dd][M/d/yyyy][MMMM d, yyyy]", Locale.US);
    private static final Map<String, Operation> WORDS = operations();

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<PolicyChange> changes = new ArrayList<>();
    private final String subject;

    private RequestForm(String subject) {
        this.subject = subject;
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> words = new LinkedHashMap<>();
        words.put("reinstat", Operation.REINSTATEMENT);
        words.put("loss run", Operation.LOSS_RUNS);
        words.put("loss_run", Operation.LOSS_RUNS);
        words.put("claim", Operation.CLAIM_NOTICE);
        words.put("notice of loss", Operation.CLAIM_NOTICE);
        words.put("cancel", Operation.CANCELLATION);
        words.put("change", Operation.POLICY_CHANGE);
        words.put("endorse", Operation.POLICY_CHANGE);
        return words;
    }

    static RequestForm read(String subject, String text) {
        RequestForm form = new RequestForm(subject);
        for (String line : unfolded(text)) {
            Matcher labeled = LINE.matcher(line);
            if (!labeled.matches()) {
                continue;
            }
            String label = labeled.group(1).strip().toLowerCase(Locale.ROOT);
            String value = labeled.group(2).strip();
            if (label.equals("change") || label.equals("changes")) {
                ChangeLine.read(value).ifPresent(form.changes::add);
            } else {
                form.fields.putIfAbsent(label, value);
            }
        }
        return form;
    }

    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            String bare = line.replaceFirst("^(?:> ?)+", "");
            boolean goesOn = bare.startsWith("  ")
                    && !bare.isBlank()
                    && !LINE.matcher(bare).matches();
            if (goesOn && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + bare.strip());
            } else {
                lines.add(bare.stripTrailing());
            }
        }
        return lines;
    }

    /** Whether it can be worked with: it names our request and a policy. */
    boolean complete() {
        return !reference().isEmpty() && fields.keySet().stream().anyMatch(label -> label.startsWith("policy"));
    }

    String reference() {
        String given = fields.getOrDefault("reference", fields.getOrDefault("our reference", subject));
        Matcher found = REFERENCE.matcher(given);
        return found.find() ? found.group() : "";
    }

    String policy() {
        return Optional.ofNullable(fields.get("policy"))
                .or(() -> Optional.ofNullable(fields.get("policy number")))
                .orElse("")
                .replaceFirst("[ ,(].*", "");
    }

    /** What is asked for: by its own line, else by the changes that are listed, else by the subject. */
    Optional<Operation> operation() {
        for (String label : List.of("request", "operation", "type")) {
            Optional<Operation> said = operation(fields.getOrDefault(label, ""));
            if (said.isPresent()) {
                return said;
            }
        }
        return changes.isEmpty() ? operation(subject) : Optional.of(Operation.POLICY_CHANGE);
    }

    private static Optional<Operation> operation(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(word -> lower.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether only a price is asked for. */
    boolean quoteOnly() {
        return fields.getOrDefault("request", subject).toLowerCase(Locale.ROOT).startsWith("quote");
    }

    private LocalDate effective(LocalDate today) {
        for (String label : List.of("effective", "effective date", "date of loss", "loss date")) {
            String value = fields.get(label);
            if (value != null) {
                return day(value).orElse(today);
            }
        }
        return today;
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value.strip(), DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    CarrierAsk ask(String carrier, Operation operation, LocalDate today) {
        Map<String, String> details = new LinkedHashMap<>(fields);
        details.keySet().removeIf(label -> label.startsWith("policy") || label.contains("reference"));
        return new CarrierAsk(carrier, operation, policy(), effective(today), reference(), subject, changes, details);
    }
}
