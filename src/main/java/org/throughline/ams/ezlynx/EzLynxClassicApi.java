package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of the web services that we use; their fields begin with a capital letter. */
@Headers({"Accept: application/json", EzLynxClassicApi.AGENT})
interface EzLynxClassicApi {

    /** Documented in clients: the network before EZLynx turns some default agents away, so every call names ours. */
    String AGENT = "User-Agent: Throughline/1.0";

    /** Seen in several clients. There is no documented search for applicants. */
    @RequestLine("GET /Applicant/v2/{id}")
    Applicant applicant(@Param("id") String id);

    /** Seen in several clients; days as {@code yyyy-MM-dd}. */
    @RequestLine("GET /policy/applicant/{applicantId}/{from}/{to}")
    List<ListedPolicy> policies(
            @Param("applicantId") String applicantId, @Param("from") String from, @Param("to") String to);

    /** Seen in a client; without the switch both ids come encrypted. */
    @RequestLine("GET /Policy/{id}?encryptPolicyIdAndApplicantId=false")
    PolicyOwner policy(@Param("id") String id);

    /** Seen in a client. */
    @RequestLine("GET /User/Users/{organizationId}")
    List<User> users(@Param("organizationId") String organizationId);

    // ---- the vendor's shapes

    /** Seen in clients: all but {@code CoApplicant}'s and the address's fields, which are assumed to be named alike. */
    record Applicant(
            @JsonProperty("Id") String id,
            @JsonProperty("ApplicantType") @Nullable String applicantType,
            @JsonProperty("FirstName") @Nullable String firstName,
            @JsonProperty("LastName") @Nullable String lastName,
            @JsonProperty("BusinessName") @Nullable String businessName,
            @JsonProperty("Email") @Nullable String email,
            @JsonProperty("BusinessEmail") @Nullable String businessEmail,
            @JsonProperty("CellPhone") @Nullable String cellPhone,
            @JsonProperty("HomePhone") @Nullable String homePhone,
            @JsonProperty("WorkPhone") @Nullable String workPhone,
            @JsonProperty("BusinessPhone") @Nullable String businessPhone,
            @JsonProperty("AssignedTo") @Nullable String assignedTo,
            @JsonProperty("CurrentAddress") @Nullable Address currentAddress,
            @JsonProperty("CoApplicant") @Nullable CoApplicant coApplicant) {}

    /** Assumed to repeat the applicant's fields. */
    record CoApplicant(
            @JsonProperty("FirstName") @Nullable String firstName,
            @JsonProperty("LastName") @Nullable String lastName,
            @JsonProperty("Email") @Nullable String email,
            @JsonProperty("CellPhone") @Nullable String cellPhone,
            @JsonProperty("HomePhone") @Nullable String homePhone,
            @JsonProperty("WorkPhone") @Nullable String workPhone) {}

    /** Seen in a client that creates applicants. */
    record Address(
            @JsonProperty("AddressLine1") @Nullable String line1,
            @JsonProperty("AddressLine2") @Nullable String line2,
            @JsonProperty("City") @Nullable String city,
            @JsonProperty("State") @Nullable String state,

            @JsonProperty("Zip") @JsonAlias("ZipCode") @Nullable
            String zip) {}

    /**
     * Number, line and expiration are seen in clients, the others assumed. A package policy is assumed to have a row for
     * each of its lines.
     */
    record ListedPolicy(
            @JsonProperty("Id") @JsonAlias("PolicyId") @Nullable
            String id,

            @JsonProperty("PolicyNumber") @Nullable String number,
            @JsonProperty("LOB") @Nullable String lob,
            @JsonProperty("EffectiveDate") @Nullable String effective,
            @JsonProperty("ExpirationDate") @Nullable String expiration,
            @JsonProperty("RatingState") @Nullable String ratingState) {}

    /** Seen in a client: whose policy it is. */
    record PolicyOwner(
            @JsonProperty("Id") @Nullable String id,
            @JsonProperty("ApplicantId") @Nullable String applicantId) {}

    /** Seen in a client. */
    record User(
            @JsonProperty("Id") @Nullable String id,
            @JsonProperty("UserName") @Nullable String userName,
            @JsonProperty("IsActive") @Nullable Boolean active) {}
}
