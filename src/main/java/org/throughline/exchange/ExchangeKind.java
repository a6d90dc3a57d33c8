package org.throughline.exchange;

import static org.throughline.exchange.ExchangeField.*;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file has in its rows. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum ExchangeKind {
    CLIENTS(
            "clients",
            List.of(NAME),
            List.of(
                    CLIENT_NUMBER,
                    NAME,
                    DBA,
                    COMMERCIAL,
                    STATE,
                    CONTACT,
                    EMAIL,
                    PHONE,
                    AUTHORIZED,
                    ACCOUNT_MANAGER,
                    PRODUCER,
                    SOURCE)),
    POLICIES(
            "policies",
            List.of(POLICY_NUMBER),
            List.of(
                    POLICY_NUMBER,
                    CLIENT_NUMBER,
                    NAME,
                    LINES,
                    STATE,
                    EFFECTIVE,
                    EXPIRATION,
                    IN_FORCE,
                    SURPLUS_LINES,
                    SOURCE)),
    OPEN_WORK(
            "open-work",
            List.of(),
            List.of(
                    REFERENCE,
                    WORK_TYPE,
                    CLIENT_NUMBER,
                    NAME,
                    POLICY_NUMBER,
                    SUBJECT,
                    DESCRIPTION,
                    REQUESTED_BY,
                    NEEDED_BY,
                    STATUS,
                    QUEUE,
                    PRIORITY,
                    OPENED,
                    SERVICE_DUE));

    private final String id;
    private final List<ExchangeField> required;
    private final List<ExchangeField> fields;

    ExchangeKind(String id, List<ExchangeField> required, List<ExchangeField> fields) {
        this.id = id;
        this.required = required;
        this.fields = fields;
    }

    /** The kind of this id, in any case. */
    @JsonCreator
    public static ExchangeKind of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("kind is clients, policies or open-work, not " + id));
    }

    /** The kind of this id, in any case, if there is one. */
    public static Optional<ExchangeKind> find(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** Name in addresses. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Columns in the order of exports. */
    public List<ExchangeField> fields() {
        return fields;
    }

    /** Columns without which a file of this kind cannot be read. */
    public List<ExchangeField> required() {
        return required;
    }

    /** The field that a heading usually is. */
    public Optional<ExchangeField> usually(String heading) {
        return fields.stream().filter(field -> field.isCalled(heading)).findFirst();
    }
}
