package org.throughline.partner.process;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;

/** The facts of a request that a packet can hold; the table {@code partner-packet} chooses among them by name. */
@Component
class PacketFields {

    /** Name of what is not a fact but the requester's own words. */
    static final String TEXT = "text";

    /** Everything that the table may name. */
    static final List<String> NAMES;

    private static final Map<String, ProcessVariable<?>> VARIABLES = List.of(
                    RequestVariables.POLICY_NUMBERS,
                    RequestVariables.STATE,
                    RequestVariables.LINE_OF_BUSINESS,
                    RequestVariables.SLA_DUE_AT,
                    RequestVariables.HARD_DATE,
                    RequestVariables.NEEDED_BY,
                    RequestVariables.INSURED_NAME,
                    RequestVariables.HOLDER_NAME,
                    RequestVariables.PROPERTY_LOCATION,
                    RequestVariables.LOAN_NUMBER)
            .stream()
            .collect(Collectors.toUnmodifiableMap(ProcessVariable::name, variable -> variable));

    static {
        List<String> names = new ArrayList<>(VARIABLES.keySet());
        names.add(TEXT);
        NAMES = List.copyOf(names);
    }

    private final AgencyProfile agency;

    PacketFields(AgencyProfile agency) {
        this.agency = agency;
    }

    /** Names as the table writes them. */
    static List<String> named(String fields) {
        return Arrays.stream(fields.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * The values that a request has; times are in the agency's zone.
     *
     * @throws IllegalStateException if the table names something that no packet may hold
     */
    Map<String, String> read(String fields, VariableScope request) {
        Map<String, String> facts = new HashMap<>();
        for (String name : named(fields)) {
            if (!NAMES.contains(name)) {
                throw new IllegalStateException(
                        "The table partner-packet names " + name + ", which no packet may hold");
            }
            if (!name.equals(TEXT)) {
                Objects.requireNonNull(VARIABLES.get(name))
                        .find(request)
                        .map(this::text)
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> facts.put(name, text));
            }
        }
        return facts;
    }

    private String text(Object value) {
        return value instanceof Date date
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.toInstant().atZone(agency.timeZone()))
                : value.toString();
    }
}
