package org.throughline.ams.hawksoft;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's shapes. Names are documented in camel case; one client shows them in Pascal case, so case does not matter
 * when reading. Times are local, without a zone.
 */
final class HawkSoftWire {

    private HawkSoftWire() {}

    /** Read whatever the case of its names. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    @interface AnyCase {}

    record ClientNumbers(List<Integer> clientNumbers) {}

    /** A client with the sections that were asked for. Documented. */
    @AnyCase
    record ClientRecord(
            int clientNumber,
            @Nullable Details details,
            @Nullable List<Person> people,
            @Nullable List<Contact> contacts,
            @Nullable List<PolicyRecord> policies) {}

    /** Documented; of the values of {@code clientType} only {@code Customer} is. */
    @AnyCase
    record Details(
            @Nullable String clientType,
            @Nullable String status,
            boolean isPersonal,
            boolean isCommercial,
            @Nullable String companyName,
            @Nullable String dbaName,
            @Nullable String producer,
            @Nullable String csr,
            @Nullable Place mailingAddress,
            @Nullable Place physicalAddress) {}

    /** A postal address. Documented. */
    @AnyCase
    record Place(
            @Nullable String address1,
            @Nullable String address2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip) {}

    /** Documented; the values of {@code relationship} are seen in a client's sample. */
    @AnyCase
    record Person(
            String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String relationship) {}

    /** Documented: {@code data} is the e-mail address or the telephone number. */
    @AnyCase
    record Contact(
            @Nullable String type,
            @Nullable String personId,
            @Nullable String data,
            @Nullable String description,
            int priority) {}

    /** Documented; of the values of {@code status} only {@code Active} is. */
    @AnyCase
    record PolicyRecord(
            String id,
            @Nullable String policyNumber,
            @Nullable String carrier,
            @Nullable String writingCarrier,
            @Nullable String naic,
            @Nullable List<Line> loBs,
            @Nullable String program,
            @Nullable String effectiveDate,
            @Nullable String expirationDate,
            @Nullable String status,
            @Nullable String statusDate,
            @Nullable String subStatus,
            @Nullable BigDecimal premium,
            @Nullable String policyState,
            @Nullable String note,
            @Nullable List<Coverage> coverages,
            @Nullable List<Auto> autos,
            @Nullable List<Location> locations,
            @Nullable List<Interest> additionalInterests) {}

    @AnyCase
    record Line(@Nullable String code, @Nullable String name) {}

    /** Seen in a client's sample of an earlier version; that version 3 keeps it is assumed. */
    @AnyCase
    record Coverage(
            @Nullable String code,
            @Nullable String description,
            @Nullable String limits,
            @Nullable String deductibles,
            @Nullable BigDecimal percent) {}

    /** Documented; its coverages are seen in a client's sample of an earlier version. */
    @AnyCase
    record Auto(
            @Nullable String id,
            @Nullable String year,
            @Nullable String make,
            @Nullable String model,
            @Nullable List<Coverage> coverages) {}

    /** That a policy has locations is documented; what they say is assumed. */
    @AnyCase
    record Location(
            @Nullable String id,
            @Nullable String description,
            @Nullable Place address,
            @Nullable String yearBuilt,
            @Nullable String occupancy,
            @Nullable List<Coverage> coverages) {}

    /** Documented; {@code parentId} is the policy, or the auto or location that the interest is in. */
    @AnyCase
    record Interest(
            @Nullable String parentId,
            @Nullable String type,
            @Nullable String name,
            @Nullable Place address,
            @Nullable String loanNumber) {}

    /** Documented: {@code refId} is ours, {@code action} who spoke to whom by which means. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogEntry(
            String refId,
            String ts,
            int action,
            String note,
            @Nullable String policyId,
            @Nullable LogTask task) {}

    /** Documented. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogTask(
            String title,
            String description,
            @Nullable String dueDate,
            String assignedToRole,
            @Nullable String assignedToEmail) {}
}
