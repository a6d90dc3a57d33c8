package org.throughline.request.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.LedgerConflicts.WriteConflict;

/** Lays out base, ours and theirs for the form in which a person decides, each with the time at which it was read. */
@Component
class ConflictValues {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final AgencyProfile agency;

    ConflictValues(AgencyProfile agency) {
        this.agency = agency;
    }

    /** What a form shows: an empty field would look as if something were missing. */
    private static String shown(String value) {
        return value.isBlank() ? "(empty)" : value;
    }

    void show(DelegateExecution execution, WriteConflict conflict) {
        AmsWriteVariables.BASE_VALUE.set(execution, shown(conflict.base()));
        AmsWriteVariables.BASE_READ_AT.set(execution, moment(conflict.baseReadAt()));
        AmsWriteVariables.OUR_VALUE.set(execution, shown(conflict.ours()));
        AmsWriteVariables.THEIR_VALUE.set(execution, shown(conflict.theirs()));
        AmsWriteVariables.THEIR_READ_AT.set(execution, moment(conflict.theirsReadAt()));
        AmsWriteVariables.OTHER_VALUE.set(execution, null);
        AmsWriteVariables.CONFLICT_DECISION.set(execution, null);
        AmsWriteVariables.CONFLICT_REASON.set(execution, null);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(agency.timeZone()));
    }
}
