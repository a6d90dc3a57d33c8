package org.throughline.servicing.submission.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.submission.CarrierSubmission;
import org.throughline.servicing.submission.CarrierSubmissions;
import org.throughline.servicing.submission.SubmissionState;

/** Carrier submissions in {@code carrier_submission}. */
@Repository
class JdbcCarrierSubmissions implements CarrierSubmissions {

    private static final int LONGEST_MESSAGE = 2000;
    private static final int LONGEST_REFERENCE = 100;
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcCarrierSubmissions(JdbcClient jdbc, ObjectMapper json, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(CarrierSubmission row) {
        Submission asked = row.submission();
        jdbc.sql("""
                        insert into carrier_submission (id, tenant_id, request_number, reference, carrier, operation,
                            channel, policy_number, policy_key, effective_on, submission, state, message, planned_at)
                        values (:id, :tenant, :request, :reference, :carrier, :operation, :channel, :policy, :key,
                            :effective, :submission, :state, '', :planned)
                        """)
                .param("id", row.id())
                .param("tenant", agency.tenant())
                .param("request", row.requestNumber())
                .param("reference", row.reference())
                .param("carrier", asked.carrier())
                .param("operation", asked.operation().name())
                .param("channel", asked.channel().name())
                .param("policy", asked.policyNumber())
                .param("key", PolicyNumbers.key(asked.policyNumber()))
                .param("effective", asked.effective())
                .param("submission", text(asked))
                .param("state", row.state().name())
                .param("planned", row.plannedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<CarrierSubmission> find(String id) {
        return where("id = :value").param("value", id).query(this::row).optional();
    }

    @Override
    public Optional<CarrierSubmission> byReference(String reference) {
        return where("reference = :value")
                .param("value", reference)
                .query(this::row)
                .optional();
    }

    @Override
    public List<CarrierSubmission> ofRequest(String requestNumber) {
        return where("request_number = :value")
                .param("value", requestNumber)
                .query(this::row)
                .list();
    }

    @Override
    public List<CarrierSubmission> waitingOn(String policyNumber) {
        return where("policy_key = :value and state = 'WAITING'")
                .param("value", PolicyNumbers.key(policyNumber))
                .query(this::row)
                .list();
    }

    private StatementSpec where(String condition) {
        return jdbc.sql("select * from carrier_submission where tenant_id = :tenant and " + condition
                        + " order by planned_at, id")
                .param("tenant", agency.tenant());
    }

    /** The first answer says when the carrier had it; what the carrier said once stays until it says otherwise. */
    @Override
    @Transactional
    public void answered(String id, SubmissionAnswer answer, @Nullable String person) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update carrier_submission set state = :state, answer = :answer, message = :message, issued = :issued,
                            carrier_reference = case when :reference = '' then carrier_reference else :reference end,
                            issued_effective = :effective, premium_change = :premium, answered_by = :person,
                            submitted_at = coalesce(submitted_at, :now), answered_at = :now
                        where id = :id and tenant_id = :tenant
                        """)
                .param("state", SubmissionState.of(answer.status()).name())
                .param("answer", answer.status().name())
                .param("message", cut(answer.message(), LONGEST_MESSAGE))
                .param("issued", answer.issued() == null ? null : text(answer.issued()))
                .param("reference", cut(answer.carrierReference(), LONGEST_REFERENCE))
                .param("effective", answer.effective())
                .param("premium", answer.premiumChange())
                .param("person", person)
                .param("now", now)
                .param("id", id)
                .param("tenant", agency.tenant())
                .update();
    }

    @Override
    @Transactional
    public void ended(String id, SubmissionState state, String why) {
        jdbc.sql("update carrier_submission set state = ?, message = ?, answered_at = ? where id = ? and tenant_id = ?")
                .params(
                        state.name(),
                        cut(why, LONGEST_MESSAGE),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        id,
                        agency.tenant())
                .update();
    }

    private CarrierSubmission row(ResultSet row, int index) throws SQLException {
        SubmissionState state = SubmissionState.valueOf(row.getString("state"));
        boolean ended = state == SubmissionState.REFUSED || state == SubmissionState.WITHDRAWN;
        return new CarrierSubmission(
                row.getString("id"),
                row.getString("request_number"),
                row.getString("reference"),
                read(row.getString("submission")),
                state,
                answer(row),
                ended ? row.getString("message") : null,
                row.getString("answered_by"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                instant(row, "answered_at"));
    }

    private @Nullable SubmissionAnswer answer(ResultSet row) throws SQLException {
        String status = row.getString("answer");
        if (status == null) {
            return null;
        }
        String reference = row.getString("carrier_reference");
        String issued = row.getString("issued");
        return new SubmissionAnswer(
                SubmissionAnswer.Status.valueOf(status),
                reference == null ? "" : reference,
                row.getString("message"),
                issued == null ? null : changes(issued),
                row.getBigDecimal("premium_change"),
                row.getObject("issued_effective", LocalDate.class));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Submission read(String text) {
        try {
            return json.readValue(text, Submission.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Change> changes(String text) {
        try {
            return json.readValue(text, CHANGES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
