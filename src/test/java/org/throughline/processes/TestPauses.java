package org.throughline.processes;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaEvent;
import org.throughline.request.sla.SlaEvents;
import org.throughline.request.sla.SlaRules;
import org.throughline.request.sla.SlaStage;
import org.throughline.request.sla.SlaTimes;
import org.throughline.request.sla.process.SlaPause;
import org.throughline.staff.calendar.TestCalendars;

/** For tests of processes in which no clock is looked at. */
public final class TestPauses {

    private TestPauses() {}

    /** A clock that never stands still. */
    public static SlaPause never() {
        SlaRules rules = new SlaRules() {
            @Override
            public SlaClock clock(String priority, String workType) {
                return SlaClock.BUSINESS;
            }

            @Override
            public boolean pauses(String priority, String workType, String waitingOn) {
                return false;
            }
        };
        SlaEvents none = new SlaEvents() {
            @Override
            public void add(SlaEvent event) {
                throw new IllegalStateException("Nothing happens to a clock that never stands still: " + event);
            }

            @Override
            public Set<SlaStage> reached(String requestNumber) {
                return Set.of();
            }

            @Override
            public List<SlaEvent> ofRequest(String requestNumber) {
                return List.of();
            }
        };
        return new SlaPause(rules, new SlaTimes(TestCalendars.harborline()), none, Clock.systemUTC());
    }
}
