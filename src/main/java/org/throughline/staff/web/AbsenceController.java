package org.throughline.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.web.Problem;
import org.throughline.staff.Absence;
import org.throughline.staff.Staff;
import org.throughline.staff.roster.Absences;

/** When a person is away. */
@RestController
@RequestMapping("/api/staff/{id}/absences")
class AbsenceController {

    private final Staff staff;
    private final Absences absences;
    private final AgencyProfile agency;

    AbsenceController(Staff staff, Absences absences, AgencyProfile agency) {
        this.staff = staff;
        this.absences = absences;
        this.agency = agency;
    }

    record AbsenceBody(
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String reason) {}

    record AbsenceView(String id, OffsetDateTime startsAt, OffsetDateTime endsAt, String reason) {}

    /** Absences of one person. */
    record AbsenceList(List<AbsenceView> items) {}

    @GetMapping
    @Operation(summary = "What is not over, the earliest first")
    AbsenceList list(@PathVariable String id) {
        person(id);
        return new AbsenceList(absences.of(id).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceView add(@PathVariable String id, @RequestBody AbsenceBody body) {
        person(id);
        return view(absences.add(id, body.startsAt(), body.endsAt(), body.reason()));
    }

    @DeleteMapping("/{absenceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String absenceId) {
        person(id);
        if (!staff.removeAbsence(id, absenceId)) {
            throw Problem.notFound(id + " has no such absence.");
        }
    }

    private void person(String id) {
        if (staff.find(id).isEmpty()) {
            throw StaffController.nobody(id);
        }
    }

    private AbsenceView view(Absence absence) {
        return new AbsenceView(
                absence.id(),
                absence.startsAt().atZone(agency.timeZone()).toOffsetDateTime(),
                absence.endsAt().atZone(agency.timeZone()).toOffsetDateTime(),
                absence.reason());
    }
}
