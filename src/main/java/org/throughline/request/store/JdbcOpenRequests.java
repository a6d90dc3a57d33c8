package org.throughline.request.store;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.OpenRequests;

/** Open requests in the read side {@code service_request}. */
@Repository
class JdbcOpenRequests implements OpenRequests {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcOpenRequests(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    /** A request with the policies that it names. */
    private record Named(String number, String policies) {}

    @Override
    public List<String> about(String clientId, String policyNumber) {
        String wanted = PolicyNumbers.key(policyNumber);
        return jdbc
                .sql("select number, coalesce(policy_numbers, '') as policies from service_request"
                        + " where tenant_id = ? and client_id = ? and closed_at is null order by number")
                .params(agency.tenant(), clientId)
                .query((row, index) -> new Named(row.getString("number"), row.getString("policies")))
                .list()
                .stream()
                .filter(request -> request.policies().isBlank()
                        || Arrays.stream(request.policies().split(",", -1))
                                .anyMatch(named -> PolicyNumbers.key(named).equals(wanted)))
                .map(Named::number)
                .toList();
    }
}
