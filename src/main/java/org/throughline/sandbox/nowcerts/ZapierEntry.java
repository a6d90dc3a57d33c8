package org.throughline.sandbox.nowcerts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that the Zapier calls make as they were given, and the list that shows them. */
enum ZapierEntry {
    CLAIM("Claim", Kind.CLAIM, "ClaimList", "claim_number,status"),
    AUTOMOBILE_LOSS("AutomobileLossClaim", Kind.CLAIM, "AutomobileLossClaimList", "claim_number,status"),
    GENERAL_LIABILITY("GeneralLiabilityNotice", Kind.CLAIM, "GeneralLiabilityClaimList", "claim_number,status"),
    PROPERTY_LOSS("PropertyLossClaim", Kind.CLAIM, "PropertyLossClaimList", "claim_number,status"),
    WORKERS_COMPENSATION("WorkerCompensationClaim", Kind.CLAIM, "WorkerCompensationClaimList", "claim_number,status"),
    ADD_DRIVER(
            "ServiceRequestsAddDriver",
            Kind.SERVICE_REQUEST,
            "ServicesRequestAddDriverList",
            "driver_name_to_add,subject"),
    ADDRESS_CHANGES("ServiceRequestsAddressChanges", Kind.SERVICE_REQUEST, "ServiceRequestsAddressChangeList", ""),
    REPLACE_DRIVER("ServiceRequestsReplaceDriver", Kind.SERVICE_REQUEST, "ServiceRequestsReplaceDriverList", ""),
    REMOVE_DRIVER("ServiceRequestsRemoveDriver", Kind.SERVICE_REQUEST, "ServiceRequestsRemoveDriverList", ""),
    VEHICLE_TRANSFER("ServiceRequestsVehicleTransfer", Kind.SERVICE_REQUEST, "ServiceRequestsVehicleTransferList", ""),
    ADD_VEHICLE("ServiceRequestsAddVehicle", Kind.SERVICE_REQUEST, "ServiceRequestsAddVehicleList", "subject"),
    GENERAL_NEW("ServiceRequestsGeneralNew", Kind.SERVICE_REQUEST, "ServiceRequestsGeneralNewList", "subject"),
    GENERIC("ServiceRequestsGeneric", Kind.SERVICE_REQUEST, "ServiceRequestsGenericList", "subject,status"),
    POLICY_CHANGE(
            "ServiceRequestsPolicyChange", Kind.SERVICE_REQUEST, "ServiceRequestsPolicyChangeList", "subject,status"),
    DRIVER("Driver", Kind.DRIVER, "DriverList", "first_name,last_name"),
    VEHICLE("Vehicle", Kind.VEHICLE, "VehicleList", ""),
    TAG("TagApply", Kind.TAG, "TagsList", "tag_name"),
    OPPORTUNITY("Opportunity", Kind.OPPORTUNITY, "OpportunitiesList", "");

    private static final List<String> CLAIM_STATUSES = List.of(
            "Pending_Submission", "Submitted_To_Carrier", "Open", "Closed", "Subrogated", "Withdrawn", "Denied");
    private static final List<String> REQUEST_STATUSES = List.of("New", "InProgress", "Completed");
    private static final Map<String, String> CLAIM_NAMES = Map.of(
            "date_of_loss", "dateOfLossAndTime",
            "police_or_fire", "policeOrFireDepartment",
            "description_of_loss", "descriptionOfLossAndDamage",
            "zip", "zipCode",
            "date_amount", "dateAndAmount");

    private final String noun;
    private final Kind kind;
    private final String list;
    private final String required;

    ZapierEntry(String noun, Kind kind, String list, String required) {
        this.noun = noun;
        this.kind = kind;
        this.list = list;
        this.required = required;
    }

    /** By the name behind {@code Zapier/Insert}. */
    static Optional<ZapierEntry> of(String noun) {
        return Arrays.stream(values())
                .filter(entry -> entry.noun.equalsIgnoreCase(noun))
                .findFirst();
    }

    Kind kind() {
        return kind;
    }

    String list() {
        return list;
    }

    List<String> required() {
        return required.isEmpty() ? List.of() : List.of(required.split(","));
    }

    /** Claims, drivers and the like are keyed {@code databaseId} or {@code id}, each as its list shows. */
    String key() {
        return kind == Kind.CLAIM ? "databaseId" : "id";
    }

    /** The name of a given field in the list. */
    String shown(String given) {
        String other = kind == Kind.CLAIM ? CLAIM_NAMES.get(given) : null;
        return other == null ? Names.camel(given) : other;
    }

    /** The word for a status that is given as a number. */
    String status(String given) {
        List<String> words = kind == Kind.CLAIM ? CLAIM_STATUSES : REQUEST_STATUSES;
        boolean number = given.matches("\\d") && Integer.parseInt(given) < words.size();
        return number ? words.get(Integer.parseInt(given)) : given;
    }

    /** A claim and a tag are always added; the others are found by the key that is given. */
    boolean updates() {
        return kind != Kind.CLAIM && kind != Kind.TAG;
    }
}
