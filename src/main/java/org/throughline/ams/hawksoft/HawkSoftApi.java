package org.throughline.ams.hawksoft;

import feign.HeaderMap;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientNumbers;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.ams.hawksoft.HawkSoftWire.LogEntry;
import org.throughline.platform.vendor.VendorAnswer;

/**
 * The calls of the vendor's Partner API 3.0 that we use. Paths, parameters and the version on every call are documented by
 * the vendor; each call says what of it is not.
 */
interface HawkSoftApi {

    /**
     * Numbers of the clients changed since an instant, of all clients where it is null. Documented; so is that a change to
     * any part of a client, a policy for one, counts as a change to the client.
     */
    @RequestLine("GET /vendor/agency/{agency}/clients?version={version}&asOf={asOf}")
    @Headers("Accept: application/json")
    List<Integer> changedClients(
            @Param("agency") int agency, @Param("version") String version, @Param("asOf") @Nullable String asOf);

    /**
     * At most 200 clients, with the named sections. Documented; that a number nobody has is left out of the answer is
     * assumed.
     */
    @RequestLine("POST /vendor/agency/{agency}/clients?version={version}&include={include}")
    @Headers({"Accept: application/json", "Content-Type: application/json"})
    List<ClientRecord> clients(
            @Param("agency") int agency,
            @Param("version") String version,
            @Param("include") String include,
            ClientNumbers numbers);

    /** One client with the named sections, HTTP 404 where there is none. Documented. */
    @RequestLine("GET /vendor/agency/{agency}/client/{client}?version={version}&include={include}")
    @Headers("Accept: application/json")
    ClientRecord client(
            @Param("agency") int agency,
            @Param("client") int client,
            @Param("version") String version,
            @Param("include") String include);

    /**
     * Adds to a client's log, with a task in it or without: 200 when it stands there, 202 when it is queued. Documented.
     * Nothing gives a log entry back, and that a second call with the same {@code refId} adds nothing is assumed.
     */
    @RequestLine("POST /vendor/agency/{agency}/client/{client}/log?version={version}")
    @Headers("Content-Type: application/json")
    VendorAnswer log(
            @Param("agency") int agency,
            @Param("client") String client,
            @Param("version") String version,
            LogEntry entry);

    /**
     * Attaches a file to a client: gzip bytes as the body, all else in headers. Documented, and the headers are seen in a
     * client that is in use. As with the log, nothing gives an attachment back, and that the same {@code RefId} attaches
     * once is assumed.
     */
    @RequestLine("POST /vendor/agency/{agency}/client/{client}/attachment?version={version}")
    @Headers("Content-Type: application/octet-stream")
    VendorAnswer attach(
            @Param("agency") int agency,
            @Param("client") String client,
            @Param("version") String version,
            @HeaderMap Map<String, Object> headers,
            byte[] gzip);
}
