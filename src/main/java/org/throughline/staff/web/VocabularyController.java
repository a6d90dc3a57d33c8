package org.throughline.staff.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;
import org.throughline.staff.Queues;
import org.throughline.staff.WorkTypes;
import org.throughline.staff.roster.Vocabulary;

/** The words that people and partners are described with. */
@RestController
class VocabularyController {

    private final Partners partners;
    private final WorkTypes workTypes;

    VocabularyController(Partners partners, WorkTypes workTypes) {
        this.partners = partners;
        this.workTypes = workTypes;
    }

    record Words(
            List<String> roles,
            List<String> queues,
            List<String> partnerQueues,
            List<String> partners,
            List<String> states,
            List<String> licenseLines,
            List<String> licenseStatuses,
            List<String> businessLines,
            List<String> workTypes) {}

    @GetMapping("/api/staff/vocabulary")
    Words words() {
        return new Words(
                Roles.ALL,
                Queues.IN_HOUSE,
                Queues.PARTNER,
                partners.all().stream().map(Partner::id).toList(),
                Vocabulary.STATES,
                Vocabulary.LICENSE_LINES,
                Vocabulary.LICENSE_STATUSES,
                Vocabulary.BUSINESS_LINES,
                workTypes.all());
    }
}
