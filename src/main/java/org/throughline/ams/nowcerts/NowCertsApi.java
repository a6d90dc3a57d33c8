package org.throughline.ams.nowcerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of the NowCerts API that we use, as documented by the vendor (API document 2.1.5). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
interface NowCertsApi {

    String LIST = "?$count=true&$orderby={orderby}&$skip={skip}&$top={top}&$filter={filter}";

    // ---- reads

    @RequestLine("GET /InsuredDetailList()" + LIST)
    Listing<Insured> insureds(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    @RequestLine("GET /PolicyDetailList()" + LIST)
    Listing<PolicyRow> policies(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    @RequestLine("GET /PolicyAdditionalInterestDetailList()" + LIST)
    Listing<InterestRow> interests(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    /** The agency's contacts, with a time of their last change. */
    @RequestLine("GET /PrincipalList()" + LIST)
    Listing<PrincipalRow> principals(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    @RequestLine("GET /NotesList()" + LIST)
    Listing<NoteRow> notes(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    @RequestLine("GET /TasksList()" + LIST)
    Listing<TaskRow> tasks(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    @RequestLine("GET /ServiceRequestCertificateOfInsuranceList()" + LIST)
    Listing<CertificateRow> certificates(
            @Param("filter") String filter,
            @Param("orderby") String orderby,
            @Param("skip") int skip,
            @Param("top") int top);

    /** At most 50 ids. */
    @RequestLine("POST /Insured/InsuredPolicies")
    List<LinesRow> insuredPolicies(InsuredIds ids);

    /** At most 50 ids. */
    @RequestLine("POST /Insured/InsuredContacts")
    List<ContactRow> insuredContacts(InsuredIds ids);

    /** A GET with a body, at most 50 ids; in each object one array of coverages a line. */
    @RequestLine("GET /Policy/Coverages")
    List<Map<String, JsonNode>> coverages(PolicyIds ids);

    @RequestLine("GET /Insured/GetInsuredFilesList?insuredId={insuredId}&folderId={folderId}")
    FilesAnswer insuredFiles(@Param("insuredId") String insuredId, @Param("folderId") String folderId);

    @RequestLine("GET /Policy/GetPolicyFilesList?insuredId={insuredId}&policyId={policyId}&folderId={folderId}")
    FilesAnswer policyFiles(
            @Param("insuredId") String insuredId,
            @Param("policyId") String policyId,
            @Param("folderId") String folderId);

    // ---- writes

    /** Always inserts. */
    @RequestLine("POST /Zapier/InsertNote")
    DataAnswer insertNote(Map<String, Object> note);

    @RequestLine("POST /Zapier/InsertTask")
    DataAnswer insertTask(Map<String, Object> task);

    /** Inserts, or updates where {@code database_id}, then first and last name match. */
    @RequestLine("POST /Zapier/InsertPrincipal")
    DataAnswer upsertContact(Map<String, Object> contact);

    /** Inserts, or updates where {@code database_id} is given. */
    @RequestLine("POST /ServiceRequestCertificateOfInsurance/InsertOrUpdate")
    Answer upsertCertificate(Map<String, Object> certificate);

    @RequestLine("PUT /Insured/UploadInsuredFile?insuredId={insuredId}&folderId={folderId}")
    @Headers("Content-Type: {contentType}")
    DataAnswer uploadInsuredFile(
            @Param("insuredId") String insuredId,
            @Param("folderId") String folderId,
            @Param("contentType") String contentType,
            byte[] multipart);

    @RequestLine("PUT /Policy/UploadPolicyFile?insuredId={insuredId}&policyId={policyId}&folderId={folderId}")
    @Headers("Content-Type: {contentType}")
    DataAnswer uploadPolicyFile(
            @Param("insuredId") String insuredId,
            @Param("policyId") String policyId,
            @Param("folderId") String folderId,
            @Param("contentType") String contentType,
            byte[] multipart);

    // ---- the vendor's shapes

    record Listing<T>(@JsonProperty("@odata.count") int count, List<T> value) {}

    record InsuredIds(@JsonProperty("InsuredDataBaseId") List<String> ids) {}

    record PolicyIds(@JsonProperty("PolicyDataBaseId") List<String> ids) {}

    record Insured(
            String id,
            @Nullable String commercialName,
            @Nullable String firstName,
            @Nullable String lastName,
            @JsonProperty("coInsured_FirstName") @Nullable String coInsuredFirstName,
            @JsonProperty("coInsured_LastName") @Nullable String coInsuredLastName,
            @Nullable String type,
            @Nullable String dba,
            @Nullable String addressLine1,
            @Nullable String addressLine2,
            @Nullable String state,
            @Nullable String city,
            @Nullable String zipCode,
            @Nullable String eMail,
            @Nullable String phone,
            @Nullable String insuredType,
            @Nullable Boolean active) {}

    /** A contact as {@code Insured/InsuredContacts} gives it. */
    record ContactRow(
            String databaseId,
            String insuredDatabaseId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String description,
            @JsonProperty("personalEMail") @Nullable String personalEmail,
            @JsonProperty("businessEMail") @Nullable String businessEmail,
            @Nullable String cellPhone,
            @Nullable String homePhone,
            @Nullable String officePhone) {}

    /** A contact as {@code PrincipalList} gives it, which spells the addresses in another way. */
    record PrincipalRow(
            String databaseId,
            String insuredDatabaseId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String type,
            @Nullable String personalEmail,
            @Nullable String businessEmail,
            @Nullable String cellPhone,
            @Nullable String homePhone,
            @Nullable String officePhone,
            @Nullable String changeDate) {}

    record PolicyRow(
            @Nullable String databaseId,
            @Nullable String id,
            String number,
            @Nullable Boolean isQuote,
            String effectiveDate,
            String expirationDate,
            @Nullable String businessSubType,
            @Nullable String description,
            String insuredDatabaseId,
            @Nullable String insuredCommercialName,
            @Nullable String insuredFirstName,
            @Nullable String insuredLastName,
            @Nullable String carrierName,
            @Nullable String carrierNAIC,
            @Nullable String totalPremium,
            @Nullable String cancellationDate,
            @Nullable String status) {

        /** The document's sample row says databaseId where its field table says id. */
        String key() {
            String given = databaseId == null ? id : databaseId;
            return given == null ? "" : given;
        }
    }

    /** What {@code Insured/InsuredPolicies} knows that the list does not: the policy's lines of business, by name. */
    record LinesRow(String databaseId, @Nullable List<String> linesOfBusiness) {}

    record InterestRow(
            @Nullable List<PolicyKey> policies,
            String certificateHolderName,
            @Nullable String addressLine1,
            @Nullable String city,
            @JsonProperty("stateAbbreviationCode") @Nullable String state,
            @Nullable String zipCode,
            @Nullable Boolean additionalInsured,
            @Nullable Boolean lossPayee,
            @Nullable Boolean mortgagee,
            @Nullable Boolean lienholder,
            @Nullable String loanNumber,
            @Nullable String description) {}

    record PolicyKey(String databaseId) {}

    record NoteRow(String databaseId, @Nullable String subject) {}

    record TaskRow(String databaseId, @Nullable String title) {}

    record CertificateRow(
            String id,
            @Nullable String description,
            @Nullable String holderName,
            @Nullable String holderAddress,

            @JsonProperty("additionalrequirements") @Nullable
            String additionalRequirements,

            @Nullable String insuredId) {}

    /** {@code status} 0 is a refusal although HTTP says 200. */
    record FilesAnswer(
            int status, @Nullable String message, @Nullable Files data) {}

    record Files(@Nullable List<FileRow> files) {}

    record FileRow(
            String databaseId,
            @Nullable String name,
            @Nullable Long size) {}

    /** {@code status} 0 is a refusal although HTTP says 200. */
    record Answer(
            int status,
            @Nullable String message,
            @JsonProperty("databaseId") @Nullable String databaseId) {}

    /** {@code status} 0 is a refusal although HTTP says 200; the id is in {@code data}. */
    record DataAnswer(
            int status, @Nullable String message, @Nullable JsonNode data) {}
}
