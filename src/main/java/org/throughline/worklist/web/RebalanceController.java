package org.throughline.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.staff.Staff;
import org.throughline.worklist.Rebalances;
import org.throughline.worklist.Rebalances.Move;
import org.throughline.worklist.Rebalances.Run;
import org.throughline.worklist.Rebalancing;

/** Moves the work of somebody who is away; for managers and administrators. */
@RestController
@RequestMapping("/api/rebalances")
@Tag(name = "Worklist", description = "Open tasks, claimed and moved many at a time")
class RebalanceController {

    private final Rebalancing rebalancing;
    private final Rebalances rebalances;
    private final Staff staff;

    RebalanceController(Rebalancing rebalancing, Rebalances rebalances, Staff staff) {
        this.rebalancing = rebalancing;
        this.rebalances = rebalances;
        this.staff = staff;
    }

    /** Whose work moves, and why. */
    record Start(
            @NotBlank String userId,
            @NotBlank @Size(max = 200) String reason) {}

    /** A run with a page of its tasks. */
    record Detail(Run run, Page<Move> moves) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Move everything assigned to a person to colleagues; goes on in the background")
    Run start(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Start start) {
        WorklistAccess.requireManager(caller);
        if (staff.find(start.userId()).isEmpty()) {
            throw Problem.notFound("There is nobody with the user id " + start.userId() + ".");
        }
        return run(rebalancing.start(start.userId(), start.reason(), caller.userId()));
    }

    @GetMapping
    @Operation(summary = "Runs, newest first")
    Page<Run> all(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        WorklistAccess.requireManager(caller);
        WorklistAccess.requirePage(page, size);
        return new Page<>(rebalances.latest(page, size), page, size, rebalances.count());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a run is, and what became of each task")
    Detail one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        WorklistAccess.requireManager(caller);
        WorklistAccess.requirePage(page, size);
        Run run = run(id);
        return new Detail(run, new Page<>(rebalances.moves(id, page, size), page, size, run.total()));
    }

    private Run run(String id) {
        return rebalances.find(id).orElseThrow(() -> Problem.notFound("There is no rebalancing " + id + "."));
    }
}
