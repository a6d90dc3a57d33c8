package org.throughline.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Page;
import org.throughline.worklist.OpenTask;
import org.throughline.worklist.TaskList;
import org.throughline.worklist.TaskList.Result;

/** Lists of open tasks. Everybody sees and claims what Tasklist shows them; moving other people's work is for managers. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Worklist", description = "Open tasks, claimed and moved many at a time")
class TaskController {

    private static final int MOST = 500;

    private final TaskList tasks;

    TaskController(TaskList tasks) {
        this.tasks = tasks;
    }

    /** Tasks to claim. */
    record Claim(@NotEmpty @Size(max = MOST) List<@NotBlank String> taskIds) {}

    /** Tasks to move; userId null gives them back to their queues. */
    record Reassign(
            @NotEmpty @Size(max = MOST) List<@NotBlank String> taskIds,
            @Nullable String userId,
            @NotBlank @Size(max = 200) String reason) {}

    @GetMapping
    @Operation(summary = "Open tasks, the most urgent first")
    Page<OpenTask> find(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String requestNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        WorklistAccess.requirePage(page, size);
        return tasks.find(new TaskList.Query(queue, assignee, unassigned, overdue, requestNumber), page, size);
    }

    @PostMapping("/claim")
    @Operation(summary = "Claim up to " + MOST + " tasks; says of each what became of it")
    List<Result> claim(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Claim claim) {
        return tasks.claim(claim.taskIds(), caller.userId());
    }

    @PostMapping("/reassign")
    @Operation(summary = "Give up to " + MOST + " tasks to a person, or back to their queues")
    List<Result> reassign(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Reassign reassign) {
        WorklistAccess.requireManager(caller);
        return tasks.reassign(reassign.taskIds(), reassign.userId(), reassign.reason());
    }
}
