package org.throughline.sandbox.epic;

import java.time.YearMonth;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Which release of Epic a call came with, as its description says. */
@Component
@Profile("sandbox")
class EpicReleases {

    private final YearMonth running;

    EpicReleases(EpicSandboxProperties properties) {
        this.running = properties.release();
    }

    void fall2022() {
        needs(YearMonth.of(2022, 9), "Fall 2022");
    }

    void july2023() {
        needs(YearMonth.of(2023, 7), "July 2023");
    }

    void may2026() {
        needs(YearMonth.of(2026, 5), "May 2026");
    }

    private void needs(YearMonth release, String name) {
        if (running.isBefore(release)) {
            throw new EpicProblem(
                    426,
                    "Upgrade Required",
                    "This method requires version " + name + " of Epic or later to be utilized",
                    List.of());
        }
    }
}
