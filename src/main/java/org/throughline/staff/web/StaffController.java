package org.throughline.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.roster.Roster;
import org.throughline.staff.roster.StaffEntry;

/** The people of the agency and of its partners. */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private final Staff staff;
    private final Roster roster;
    private final Clock clock;

    StaffController(Staff staff, Roster roster, Clock clock) {
        this.staff = staff;
        this.roster = roster;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "People, by user id",
            description =
                    "state: holds a license there that is valid today. q: part of a name, title, user id or skill."
                            + " show: ACTIVE, ABSENT, LICENSE_PROBLEM, LEFT or ALL.")
    Page<StaffView> list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "ACTIVE") StaffQuery.Show show,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        StaffQuery query = new StaffQuery(given(role), given(queue), given(state), given(q), show);
        Set<String> absent = staff.absentNow();
        LocalDate today = LocalDate.now(clock);
        List<StaffView> found = staff.all().stream()
                .map(person -> StaffView.of(person, absent.contains(person.userId()), today))
                .filter(person -> query.matches(person, today))
                .toList();
        return new Page<>(found.stream().skip((long) page * size).limit(size).toList(), page, size, found.size());
    }

    @GetMapping("/{id}")
    StaffView get(@PathVariable String id) {
        return staff.find(id).map(this::view).orElseThrow(() -> nobody(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Adds a person, or replaces one with all licenses and appointments",
            description = "The login follows: it is created without a usable password, and is in the groups of role and"
                    + " queues. Every field that is wrong is named in errors.")
    ResponseEntity<StaffView> put(
            @PathVariable String id, @RequestBody StaffEntry entry, @AuthenticationPrincipal Caller caller) {
        refuseOther(id, entry.userId());
        boolean added = roster.put(entry.of(id), Actors.of(caller));
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(get(id));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Deactivates a person: the record stays, the login is locked")
    StaffView deactivate(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return roster.deactivate(id, Actors.of(caller)).map(this::view).orElseThrow(() -> nobody(id));
    }

    private StaffView view(StaffMember person) {
        return StaffView.of(person, staff.absentNow().contains(person.userId()), LocalDate.now(clock));
    }

    static void refuseOther(String id, @Nullable String written) {
        if (written != null && !written.isBlank() && !written.strip().equals(id)) {
            throw Problem.badRequest("The address says " + id + ", the body another id. Make them the same.");
        }
    }

    static RuntimeException nobody(String id) {
        return Problem.notFound("There is nobody with the user id " + id + ".");
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
