package org.throughline.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Partners;
import org.throughline.staff.roster.PartnerEntry;
import org.throughline.staff.roster.Roster;

/** The agency's external partners. */
@RestController
@RequestMapping("/api/partners")
class PartnerController {

    private final Partners partners;
    private final Roster roster;

    PartnerController(Partners partners, Roster roster) {
        this.partners = partners;
        this.roster = roster;
    }

    /** A partner; {@code workingHours} such as {@code Mon-Fri 07:00-19:00}. */
    record PartnerView(
            String id,
            String name,
            ZoneId timeZone,
            String workingHours,
            int acceptByMinutes,
            int capacityPerDay,
            @Nullable String workerAccount,
            boolean active,
            List<WorkView> work) {

        static PartnerView of(Partner partner) {
            return new PartnerView(
                    partner.id(),
                    partner.name(),
                    partner.timeZone(),
                    partner.workingHours().toString(),
                    partner.acceptByMinutes(),
                    partner.capacityPerDay(),
                    partner.workerAccount(),
                    partner.active(),
                    partner.work().stream().map(WorkView::of).toList());
        }
    }

    /** What a partner takes; the price is a decimal. */
    record WorkView(
            String workType,
            String queue,
            List<String> states,
            List<String> lines,
            String price,
            String currency,
            String unit) {

        static WorkView of(PartnerWork work) {
            return new WorkView(
                    work.workType(),
                    work.queue(),
                    work.states(),
                    work.lines(),
                    work.price().toPlainString(),
                    work.currency(),
                    work.unit());
        }
    }

    @GetMapping
    @Operation(summary = "Every partner, by id")
    Page<PartnerView> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        List<Partner> all = partners.all();
        return new Page<>(
                all.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(PartnerView::of)
                        .toList(),
                page,
                size,
                all.size());
    }

    @GetMapping("/{id}")
    PartnerView get(@PathVariable String id) {
        return partners.find(id)
                .map(PartnerView::of)
                .orElseThrow(() -> Problem.notFound("There is no partner " + id + "."));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Adds a partner, or replaces one with all of its work",
            description = "Routing knows of it at once. Every field that is wrong is named in errors.")
    ResponseEntity<PartnerView> put(
            @PathVariable String id, @RequestBody PartnerEntry entry, @AuthenticationPrincipal Caller caller) {
        StaffController.refuseOther(id, entry.id());
        boolean added = roster.putPartner(entry.of(id), Actors.of(caller));
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(get(id));
    }
}
