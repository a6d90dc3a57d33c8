package org.throughline.automation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.automation.AutomationChange;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationLevels;
import org.throughline.automation.AutomationLevels.Earning;
import org.throughline.automation.AutomationLevels.Known;
import org.throughline.automation.Evidence;
import org.throughline.automation.KillSwitch;
import org.throughline.automation.KillSwitches;
import org.throughline.automation.LevelTable;
import org.throughline.automation.SwitchScope;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;

/** Levels of automation with the evidence for them, kill switches, and who changed what. */
@RestController
@RequestMapping("/api/automation-levels")
@Tag(name = "Automation", description = "How far automations are trusted, and the switches that stop them")
class AutomationLevelController {

    private final AutomationLevels levels;
    private final KillSwitches switches;
    private final LevelTable history;
    private final AgencyProfile agency;

    AutomationLevelController(
            AutomationLevels levels, KillSwitches switches, LevelTable history, AgencyProfile agency) {
        this.levels = levels;
        this.switches = switches;
        this.history = history;
        this.agency = agency;
    }

    /**
     * A level as people read it.
     *
     * @param note what they should know, such as that the level fell by itself; empty otherwise
     */
    record LevelView(
            String workType,
            AutomationLevel level,
            boolean enabled,
            @Nullable OffsetDateTime since,
            @Nullable String changedBy,
            EvidenceView evidence,
            long finishedAlone,
            @Nullable NextView next,
            String note) {}

    /**
     * What is known of the work at this level.
     *
     * @param upperBound the most that the true share of errors may be, with 95 % confidence
     */
    record EvidenceView(int lookedAt, int wrong, double errorRate, double upperBound, int cameBack) {}

    record NextView(AutomationLevel level, int outcomes, double errorBound, boolean earned, int missing) {}

    record LevelBody(
            @NotNull AutomationLevel level,
            @NotBlank String reason,
            @Nullable Boolean override) {}

    record SwitchView(
            SwitchScope scope, String key, boolean on, String reason, String changedBy, OffsetDateTime changedAt) {}

    record SwitchBody(@NotNull Boolean on, @NotBlank String reason) {}

    /** What can be switched: the agency's key, and the switches that were ever thrown. */
    record Switches(String agency, List<SwitchView> items) {}

    record ChangeView(
            String subject,
            String key,
            String from,
            String to,
            String reason,
            String changedBy,
            OffsetDateTime changedAt,
            boolean automatic,
            boolean overridden,
            @Nullable EvidenceView evidence) {}

    @GetMapping
    List<LevelView> list() {
        return levels.all().stream().map(this::view).toList();
    }

    @GetMapping("/{workType}")
    LevelView get(@PathVariable("workType") String workType) {
        return view(levels.of(workType));
    }

    @Operation(summary = "Gives another level; 409 beyond the evidence unless override is true")
    @PutMapping("/{workType}")
    LevelView put(@PathVariable("workType") String workType, @Valid @RequestBody LevelBody body, Principal principal) {
        return view(levels.change(
                workType, body.level(), body.reason(), Boolean.TRUE.equals(body.override()), principal.getName()));
    }

    @GetMapping("/history")
    Page<ChangeView> history(
            @RequestParam(name = "subject", required = false) @Nullable String subject,
            @RequestParam(name = "key", required = false) @Nullable String key,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "25") int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("page begins at 0 and size is from 1 to " + Page.LARGEST + ".");
        }
        return new Page<>(
                history.changes(subject, key, page, size).stream()
                        .map(this::view)
                        .toList(),
                page,
                size,
                history.countChanges(subject, key));
    }

    @GetMapping("/kill-switches")
    Switches switches() {
        return new Switches(
                agency.tenant(), switches.all().stream().map(this::view).toList());
    }

    @Operation(summary = "Stops automation, or lets it go on; work under way stops before its next effect outside")
    @PutMapping("/kill-switches/{scope}/{key}")
    SwitchView set(
            @PathVariable("scope") SwitchScope scope,
            @PathVariable("key") String key,
            @Valid @RequestBody SwitchBody body,
            Principal principal) {
        return view(switches.set(scope, key, body.on(), body.reason(), principal.getName()));
    }

    private LevelView view(Known known) {
        @Nullable Earning next = known.next();
        @Nullable Instant since = known.setting().since();
        return new LevelView(
                known.setting().workType(),
                known.setting().level(),
                known.enabled(),
                since == null ? null : at(since),
                known.setting().by(),
                view(known.evidence()),
                known.finishedAlone(),
                next == null
                        ? null
                        : new NextView(
                                next.level(),
                                next.threshold().outcomes(),
                                next.threshold().errorBound(),
                                next.missing() == 0,
                                next.missing()),
                known.note());
    }

    private static EvidenceView view(Evidence evidence) {
        return new EvidenceView(
                evidence.lookedAt(),
                evidence.wrong(),
                evidence.errorRate(),
                evidence.upperBound(),
                evidence.cameBack());
    }

    private SwitchView view(KillSwitch one) {
        return new SwitchView(one.scope(), one.key(), one.on(), one.reason(), one.by(), at(one.at()));
    }

    private ChangeView view(AutomationChange change) {
        @Nullable Evidence evidence = change.evidence();
        return new ChangeView(
                change.subject(),
                change.key(),
                change.from(),
                change.to(),
                change.reason(),
                change.by(),
                at(change.at()),
                change.automatic(),
                change.overridden(),
                evidence == null ? null : view(evidence));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
