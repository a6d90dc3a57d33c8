package org.throughline.servicing.certificate.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.TransactionMemory;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.usecase.CertificateFile;
import org.throughline.servicing.certificate.usecase.CertificateFile.Approval;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;
import org.throughline.servicing.certificate.usecase.Certificates;

/** Certificates in the table {@code certificate}; what one shows is JSON in {@code content}, kept as it was shown. */
@Component
class JdbcCertificates implements Certificates {

    private static final TypeReference<List<Check>> CHECKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcCertificates(JdbcClient jdbc, ObjectMapper json, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.agency = agency;
        this.clock = clock;
    }

    /** What the columns do not hold. */
    private record Content(
            Asked asked,
            @Nullable Client client,
            List<Policy> policies,
            @Nullable Certificate certificate,
            @Nullable Approval approval) {}

    @Override
    public Optional<CertificateFile> latest(String requestNumber) {
        Optional<CertificateFile> known = TransactionMemory.recall(requestNumber, CertificateFile.class);
        if (known.isPresent()) {
            return known;
        }
        Optional<CertificateFile> read = jdbc.sql(
                        "select * from certificate where request_number = :request and tenant_id = :tenant"
                                + " order by version desc fetch first 1 rows only")
                .param("request", requestNumber)
                .param("tenant", agency.tenant())
                .query((row, number) -> file(row))
                .optional();
        read.ifPresent(JdbcCertificates::remember);
        return read;
    }

    /** The steps from reading to issuing run in one transaction and all ask for the latest version. */
    private static void remember(CertificateFile latest) {
        TransactionMemory.remember(latest.requestNumber(), CertificateFile.class, latest);
    }

    @Override
    public Optional<CertificateFile> find(String requestNumber, int version) {
        return jdbc.sql("select * from certificate where request_number = :request and version = :version"
                        + " and tenant_id = :tenant")
                .param("request", requestNumber)
                .param("version", version)
                .param("tenant", agency.tenant())
                .query((row, number) -> file(row))
                .optional();
    }

    @Override
    public List<CertificateFile> ofRequest(String requestNumber) {
        return jdbc.sql("select * from certificate where request_number = :request and tenant_id = :tenant"
                        + " order by version")
                .param("request", requestNumber)
                .param("tenant", agency.tenant())
                .query((row, number) -> file(row))
                .list();
    }

    @Override
    public void add(CertificateFile file) {
        columns(
                        jdbc.sql("insert into certificate (id, tenant_id, request_number, version, form, client_id,"
                                + " holder_name, holder_address, deliver_to, status, content, checks, document_id,"
                                + " created_at) values (:id, :tenant, :request, :version, :form, :client, :holder,"
                                + " :address, :deliverTo, :status, :content, :checks, :document, :at)"),
                        file)
                .param("tenant", agency.tenant())
                .param("request", file.requestNumber())
                .param("version", file.version())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        remember(file);
    }

    @Override
    public void update(CertificateFile file) {
        columns(
                        jdbc.sql("update certificate set form = :form, client_id = :client, holder_name = :holder,"
                                + " holder_address = :address, deliver_to = :deliverTo, status = :status,"
                                + " content = :content, checks = :checks, document_id = :document where id = :id"),
                        file)
                .update();
        TransactionMemory.recall(file.requestNumber(), CertificateFile.class)
                .filter(latest -> latest.version() == file.version())
                .ifPresent(latest -> remember(file));
    }

    private JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, CertificateFile file) {
        Asked.Shown shown = file.asked().shown();
        String client = file.asked().clientId();
        return statement
                .param("id", file.id())
                .param("form", file.form())
                .param("client", client == null ? "" : client)
                .param("holder", start(shown.holderName(), 300))
                .param("address", start(shown.holderAddress(), 500))
                .param("deliverTo", start(shown.deliverTo(), 320))
                .param("status", file.status().name())
                .param(
                        "content",
                        write(new Content(
                                file.asked(), file.client(), file.policies(), file.certificate(), file.approval())))
                .param("checks", write(file.checks()))
                .param("document", file.documentId());
    }

    private CertificateFile file(ResultSet row) throws SQLException {
        try {
            Content content = json.readValue(row.getString("content"), Content.class);
            return new CertificateFile(
                    row.getString("id"),
                    row.getString("request_number"),
                    row.getInt("version"),
                    Status.valueOf(row.getString("status")),
                    row.getString("form"),
                    content.asked(),
                    content.client(),
                    content.policies(),
                    content.certificate(),
                    json.readValue(row.getString("checks"), CHECKS),
                    content.approval(),
                    row.getString("document_id"));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("Certificate " + row.getString("id") + " cannot be read", unreadable);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("The certificate cannot be stored", failure);
        }
    }

    private static String start(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
