package org.throughline.ams.epic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The vendor's shapes, as far as we read them. */
final class EpicRows {

    private EpicRows() {}

    /** A collection: {@code total} counts all rows, {@code _embedded} holds this page's under one name. Documented. */
    record Page<T>(
            int total, @JsonProperty("_embedded") @Nullable Map<String, @Nullable List<T>> embedded) {

        List<T> rows() {
            Collection<@Nullable List<T>> lists = embedded == null ? List.of() : embedded.values();
            return lists.stream().filter(Objects::nonNull).findFirst().orElse(List.of());
        }
    }

    /** Documented. */
    record AccountRow(
            String id,
            @Nullable String type,
            @Nullable String name,
            @Nullable String lookupCode,
            @Nullable Boolean active) {}

    /** Seen in a client; the vendor's own description of it was not found. */
    record ClientRow(
            String id,
            @Nullable String type,
            @Nullable String individualOrBusiness,
            @Nullable List<String> businessTypes,
            @Nullable Address address) {}

    /** Documented as the address of a bill; seen in a client as the address of a client. */
    record Address(
            @Nullable List<String> streets,
            @Nullable String city,
            @Nullable String stateOrProvince,
            @Nullable String zipOrPostalCode) {}

    /**
     * Seen in a client, but for {@code description}, which is assumed: the agency begins it with "Authorized" for whoever
     * may ask in the client's name.
     */
    record ContactRow(
            String id,
            @Nullable String account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<Phone> phoneNumbers,
            @Nullable List<Email> emails) {}

    /** Documented; {@code number} is in E.164. */
    record Phone(@Nullable String number, @Nullable String type) {}

    /** Documented. */
    record Email(@Nullable String emailAddress) {}

    /** Documented. */
    record PolicyRow(
            String id,
            @Nullable String status,
            @Nullable String description,
            String effectiveOn,
            String expirationOn,
            @Nullable String policyNumber,
            @Nullable String policyType,
            String client,
            @Nullable Premium premium,
            @JsonProperty("_embedded") @Nullable PolicyEmbedded embedded) {}

    /** Documented; {@code lines} comes with a single policy only. */
    record PolicyEmbedded(@Nullable Named client, @Nullable List<CancelledLine> lines) {}

    /** Documented. */
    record CancelledLine(String id, @Nullable String cancellationDate) {}

    /** Documented. */
    record Premium(
            @Nullable Money estimated,
            @Nullable Money annualized,
            @Nullable Money billed) {}

    /** Documented: whole units as text, cents beside them. */
    record Money(@Nullable String units, @Nullable Integer partialUnits) {}

    /** Documented. */
    record LineRow(
            String id,
            String client,
            String policy,
            @Nullable String status,
            @Nullable String stage,
            @Nullable Location issuingLocation,
            @JsonProperty("_embedded") @Nullable LineEmbedded embedded) {}

    /** Documented. */
    record Location(@Nullable String stateOrProvince) {}

    /** Documented. */
    record LineEmbedded(@Nullable Coded lineType, @Nullable Named issuingCompany) {}

    /** Documented: a status, a type or an activity code. */
    record Coded(
            @Nullable String id,
            @Nullable String code,
            @Nullable String description,
            @Nullable String businessType) {}

    /** Documented: an account or an owner. */
    record Named(
            @Nullable String id,
            @Nullable String name,
            @Nullable String lookupCode,
            @Nullable String code) {}

    /** Documented. */
    record ActivityRow(
            @Nullable String id,
            @Nullable String description,
            @Nullable String status) {}

    /** Documented. */
    record NoteRow(@Nullable String id, @Nullable String content) {}

    /**
     * Documented, but that {@code uploadUrl} comes again with a record whose file has not arrived, which is assumed.
     */
    record AttachmentRow(
            @Nullable String id,
            @Nullable String description,
            @Nullable FileRow file,
            @Nullable String uploadUrl) {}

    /** Documented; {@code status} is OK or QUARANTINED. */
    record FileRow(
            @Nullable String id,
            @Nullable String status,
            @Nullable Long size) {}
}
