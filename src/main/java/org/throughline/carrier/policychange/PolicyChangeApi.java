package org.throughline.carrier.policychange;

import feign.HeaderMap;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.policychange.PolicyChangeWire.One;
import org.throughline.carrier.policychange.PolicyChangeWire.Page;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.platform.vendor.VendorAnswer;

/**
 * The calls of the Cloud API that we use. C: documented by the vendor; P: the way is documented, not all of its fields;
 * A: assumed. Writes carry {@code GW-DBTransaction-ID} and {@code X-Correlation-ID} (C). A collection is a path such as
 * {@code lines/GLLine/additional-insureds}.
 */
@Headers({"Accept: application/json", "Content-Type: application/json"})
interface PolicyChangeApi {

    String PAGE = "pageSize=100&pageOffset={offset}";

    // ---- policies

    /** C. */
    @RequestLine("POST /policy/v1/search/policies")
    Page searchPolicies(Request search);

    /** C; a collection of a line exists where the carrier has made it. */
    @RequestLine("GET /policy/v1/policies/{policy}/{collection}?" + PAGE + "&asOfDate={day}")
    Page ofPolicy(
            @Param("policy") String policy,
            @Param("collection") String collection,
            @Param("day") @Nullable String day,
            @Param("offset") int offset);

    /** C for {@code change}, {@code cancel} and {@code reinstate}; an attribute that takes our reference is assumed (A). */
    @RequestLine("POST /policy/v1/policies/{policy}/{action}")
    One start(
            @Param("policy") String policy,
            @Param("action") String action,
            @HeaderMap Map<String, Object> headers,
            Request attributes);

    // ---- jobs

    /** C; policy number and type of job are needed both. */
    @RequestLine("POST /job/v1/search/jobs?" + PAGE)
    Page searchJobs(Request search, @Param("offset") int offset);

    /** C. */
    @RequestLine("GET /job/v1/jobs/{job}")
    One job(@Param("job") String job);

    /** C for {@code quote}, {@code bind-and-issue}, {@code request-approval} and {@code withdraw}; none needs a body. */
    @RequestLine("POST /job/v1/jobs/{job}/{action}")
    One act(@Param("job") String job, @Param("action") String action, @HeaderMap Map<String, Object> headers);

    /** C, also for {@code uw-issues} and {@code activities}. */
    @RequestLine("GET /job/v1/jobs/{job}/{collection}?" + PAGE)
    Page ofJob(@Param("job") String job, @Param("collection") String collection, @Param("offset") int offset);

    /** C. */
    @RequestLine("POST /job/v1/jobs/{job}/{collection}")
    One add(
            @Param("job") String job,
            @Param("collection") String collection,
            @HeaderMap Map<String, Object> headers,
            Request attributes);

    /** C. */
    @RequestLine("PATCH /job/v1/jobs/{job}/{collection}/{item}")
    One change(
            @Param("job") String job,
            @Param("collection") String collection,
            @Param("item") String item,
            @HeaderMap Map<String, Object> headers,
            Request attributes);

    /** C; answered without a body. */
    @RequestLine("DELETE /job/v1/jobs/{job}/{collection}/{item}")
    VendorAnswer remove(
            @Param("job") String job,
            @Param("collection") String collection,
            @Param("item") String item,
            @HeaderMap Map<String, Object> headers);

    // ---- claims

    /** P. */
    @RequestLine("POST /claim/v1/search/claims?" + PAGE)
    Page searchClaims(Request search, @Param("offset") int offset);

    /** C. */
    @RequestLine("GET /claim/v1/claims/{claim}")
    One claim(@Param("claim") String claim);

    /** C: policy number and time of the loss make a draft. */
    @RequestLine("POST /claim/v1/claims")
    One createClaim(@HeaderMap Map<String, Object> headers, Request attributes);

    /** C. */
    @RequestLine("PATCH /claim/v1/claims/{claim}")
    One changeClaim(@Param("claim") String claim, @HeaderMap Map<String, Object> headers, Request attributes);

    /** C. */
    @RequestLine("POST /claim/v1/claims/{claim}/submit")
    One submitClaim(@Param("claim") String claim, @HeaderMap Map<String, Object> headers);

    // ---- documents and billing

    /** C: base64 in {@code contents}. */
    @RequestLine("GET /common/v1/documents/{document}/content")
    One content(@Param("document") String document);

    /** C as a search for policy periods; the amounts in its answer are assumed (A). */
    @RequestLine("POST /billing/v1/search/policies")
    Page searchBilling(Request search);
}
