package org.throughline.ams.connection;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.throughline.platform.Agency;

/** A start is refused because of a connection; says what is wrong with it and what to set. */
class ConnectionRefused extends IllegalStateException {

    private static final String ROOT = "throughline.ams";

    private final String problem;
    private final String remedy;

    ConnectionRefused(String problem, String remedy) {
        this(problem, remedy, null);
    }

    private ConnectionRefused(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * What an adapter did not find in its settings, under the names that they have for whoever sets them.
     *
     * @param prefix what stands in the place of {@code throughline.ams} there
     */
    static RuntimeException because(Agency agency, String prefix, RuntimeException failed) {
        String whose = "The connection of " + agency.tradeName() + " (" + agency.tenant() + ") is not complete.";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return new ConnectionRefused(
                        whose,
                        "Set "
                                + invalid.getValidationErrors().getAllErrors().stream()
                                        .map(error -> sentence(
                                                prefix
                                                        + invalid.getValidationErrors()
                                                                .getName()
                                                                .toString()
                                                                .substring(ROOT.length()),
                                                error))
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".",
                        failed);
            }
            if (cause instanceof BindException unreadable && cause.getCause() == null) {
                return new ConnectionRefused(whose, String.valueOf(unreadable.getMessage()), failed);
            }
        }
        return failed;
    }

    private static String sentence(String name, ObjectError error) {
        return error instanceof FieldError field
                ? name + "." + dashed(field.getField()) + " (" + field.getDefaultMessage() + ")"
                : name + " (" + error.getDefaultMessage() + ")";
    }

    private static String dashed(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
