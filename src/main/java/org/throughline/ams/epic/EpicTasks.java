package org.throughline.ams.epic;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.epic.EpicRows.PolicyRow;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Tasks: open activities to be followed up on the day they are due, by the person named or the configured owner. */
@OnEpic
@Component
class EpicTasks implements AmsWriter<AmsTaskPayload> {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final EpicActivities activities;
    private final EpicApi api;
    private final EpicLookups lookups;
    private final EpicProperties properties;
    private final Clock clock;
    private final AgencyProfile agency;

    EpicTasks(
            EpicActivities activities,
            EpicApi api,
            EpicLookups lookups,
            EpicProperties properties,
            Clock clock,
            AgencyProfile agency) {
        this.activities = activities;
        this.api = api;
        this.lookups = lookups;
        this.properties = properties;
        this.clock = clock;
        this.agency = agency;
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_TASK;
    }

    @Override
    public Class<AmsTaskPayload> payloadType() {
        return AmsTaskPayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsTaskPayload payload) {
        return activities.find(write, payload.clientId(), content(payload));
    }

    private static String content(AmsTaskPayload payload) {
        String policy = payload.policyNumber() == null ? null : "Policy " + payload.policyNumber();
        return Stream.of(payload.title(), payload.description(), policy)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsTaskPayload payload) {
        LocalDate due = Objects.requireNonNullElseGet(
                payload.due(), () -> LocalDate.ofInstant(clock.instant(), agency.timeZone()));
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("status", "OPEN");
        open.put(
                "startFollowUpOn",
                due.atTime(MORNING).atZone(agency.timeZone()).toInstant().toString());
        open.put(
                "endFollowUpOn",
                due.atTime(EVENING).atZone(agency.timeZone()).toInstant().toString());
        Stream.of(payload.assignee(), properties.owner())
                .filter(Objects::nonNull)
                .flatMap(person -> lookups.employee(person).stream())
                .findFirst()
                .ifPresent(id -> open.put("owner", Map.of("type", "EMPLOYEE", "id", id)));
        return activities.write(
                write,
                payload.clientId(),
                policyId(payload),
                properties.taskCode(),
                payload.title(),
                content(payload),
                open);
    }

    private @Nullable String policyId(AmsTaskPayload payload) {
        String number = payload.policyNumber();
        if (number == null || number.isBlank()) {
            return null;
        }
        return api.policies(payload.clientId(), number, null, 0, EpicPages.LIMIT).rows().stream()
                .map(PolicyRow::id)
                .findFirst()
                .orElse(null);
    }
}
