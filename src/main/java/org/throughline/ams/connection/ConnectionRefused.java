package org.throughline.ams.connection;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
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
        BindValidationException invalid = cause(failed, BindValidationException.class);
        if (invalid != null) {
            ValidationErrors errors = invalid.getValidationErrors();
            String name = under(prefix, errors.getName());
            return new ConnectionRefused(
                    whose,
                    "Set "
                            + errors.getAllErrors().stream()
                                    .map(error -> sentence(name, error))
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".",
                    failed);
        }
        BindException unreadable = cause(failed, BindException.class);
        if (unreadable != null) {
            ConfigurationProperty property = unreadable.getProperty();
            ConfigurationPropertyName name = property == null ? unreadable.getName() : property.getName();
            return new ConnectionRefused(
                    whose, "Set " + under(prefix, name) + " to a value that can be read as what it is.", failed);
        }
        return failed;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failed, Class<T> type) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String under(String prefix, ConfigurationPropertyName name) {
        return prefix + name.toString().substring(ROOT.length());
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
