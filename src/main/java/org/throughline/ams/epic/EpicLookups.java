package org.throughline.ams.epic;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.epic.EpicRows.Coded;
import org.throughline.ams.epic.EpicRows.Named;
import org.throughline.platform.vendor.VendorContractBroken;

/** What each agency configures for itself in Epic: policy statuses, policy types, activity codes, and its employees. */
@OnEpic
@Component
class EpicLookups {

    private final EpicLookup<Coded> statuses;
    private final EpicLookup<Coded> types;
    private final EpicLookup<Coded> activityCodes;
    private final EpicLookup<Named> employees;

    EpicLookups(EpicApi api, EpicProperties properties, Clock clock) {
        statuses = new EpicLookup<>(() -> EpicPages.all(api::statuses), properties.lookupsKept(), clock);
        types = new EpicLookup<>(() -> EpicPages.all(api::types), properties.lookupsKept(), clock);
        activityCodes = new EpicLookup<>(() -> EpicPages.all(api::activityCodes), properties.lookupsKept(), clock);
        employees = new EpicLookup<>(() -> employees(api), properties.lookupsKept(), clock);
    }

    private static List<Named> employees(EpicApi api) {
        try {
            return EpicPages.all(api::employees);
        } catch (EpicMissing elsewhere) {
            return EpicPages.all(api::employeesOfActivities);
        }
    }

    Optional<Coded> status(String id) {
        return statuses.find(row -> id.equals(row.id()));
    }

    Optional<Coded> type(String id) {
        return types.find(row -> id.equals(row.id()));
    }

    /** The id of an activity code. */
    String activityCode(String code) {
        return activityCodes
                .find(row -> code.equals(row.code()))
                .map(Coded::id)
                .orElseThrow(() -> new VendorContractBroken("Applied Epic has no activity code '" + code
                        + "'; the agency has to configure it, or throughline.ams.epic another one"));
    }

    /** The id of an employee by name or lookup code. */
    Optional<String> employee(String nameOrCode) {
        return employees
                .find(row -> nameOrCode.equalsIgnoreCase(row.name()) || nameOrCode.equalsIgnoreCase(row.code()))
                .map(Named::id);
    }
}
