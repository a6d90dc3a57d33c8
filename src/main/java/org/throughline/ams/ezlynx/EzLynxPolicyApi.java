package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Policy search at the gateway; fields begin with a small letter. */
@Headers({"Accept: application/json", EzLynxClassicApi.AGENT})
interface EzLynxPolicyApi {

    /**
     * Seen in several clients: the one filter that works, exact. Any other filter is ignored without a word and the
     * whole book comes, so every row must be looked at again.
     */
    @RequestLine("GET /PolicyApi/policy/v1/search?PolicyNumber={number}&PageIndex={page}&PageSize={size}")
    Page byNumber(@Param("number") String number, @Param("page") int page, @Param("size") int size);

    /** Seen in a client: without a filter the whole book comes; pages count from 1. */
    @RequestLine("GET /PolicyApi/policy/v1/search?PageIndex={page}&PageSize={size}")
    Page everything(@Param("page") int page, @Param("size") int size);

    /** Counts are seen in clients, the name of the rows in some of them. */
    record Page(
            @JsonAlias({"policies", "Policies", "items"}) @Nullable
            List<Row> results,

            @Nullable Integer totalSize) {

        List<Row> rows() {
            return results == null ? List.of() : results;
        }
    }

    /**
     * Seen in clients: the first six and {@code naicCode}, each of the two ids under either of its names; premium, line
     * and state are assumed and often absent. {@code carrierID} and {@code writingCompany} read "0" on every policy, so
     * the carrier is known by its NAIC code.
     */
    record Row(
            @JsonProperty("policyId") @JsonAlias("id") @Nullable
            String policyId,

            @JsonProperty("policyNumber") @Nullable String policyNumber,

            @JsonProperty("status") @JsonAlias("policyStatus") @Nullable
            String status,

            @JsonProperty("effectiveDate") @Nullable String effectiveDate,
            @JsonProperty("expirationDate") @Nullable String expirationDate,

            @JsonProperty("applicantId") @JsonAlias("accountId") @Nullable
            String applicantId,

            @JsonProperty("naicCode") @Nullable String naicCode,

            @JsonProperty("premium") @JsonAlias("writtenPremium") @Nullable
            BigDecimal premium,

            @JsonProperty("lob") @Nullable String lob,
            @JsonProperty("ratingState") @Nullable String ratingState) {

        boolean usable() {
            return policyId != null && policyNumber != null && applicantId != null && expirationDate != null;
        }

        boolean hasNumber(String number) {
            return policyNumber != null && plain(policyNumber).equals(plain(number));
        }

        private static String plain(String number) {
            return number.strip().toUpperCase(Locale.ROOT);
        }
    }
}
