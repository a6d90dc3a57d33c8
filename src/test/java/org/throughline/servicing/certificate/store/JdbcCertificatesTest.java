package org.throughline.servicing.certificate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.blanketOngoing;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.file;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.TestDatabase;
import org.throughline.servicing.certificate.usecase.CertificateFile;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;
import org.throughline.servicing.certificate.usecase.CertificateFixtures;
import org.throughline.servicing.certificate.usecase.Certificates;

class JdbcCertificatesTest {

    private final Certificates certificates = new JdbcCertificates(
            JdbcClient.create(TestDatabase.migrated().jdbc()),
            JsonMapper.builder().findAndAddModules().build(),
            CertificateFixtures.AGENCY,
            CertificateFixtures.CLOCK);

    @Test
    void keepsEverythingThatACertificateWasMadeOf() {
        CertificateFile file = file(
                asked(shown("ADDITIONAL_INSURED"), Map.of("GL.eachOccurrence", 1_000_000L)),
                generalLiability(blanketOngoing()));

        certificates.add(file);

        assertThat(certificates.latest(file.requestNumber())).contains(file);
        assertThat(certificates.find(file.requestNumber(), 2)).isEmpty();
    }

    @Test
    void changesAVersionInPlace() {
        CertificateFile draft = file(asked(shown(), Map.of()), generalLiability());
        certificates.add(draft);
        CertificateFile issued = new CertificateFile(
                draft.id(),
                draft.requestNumber(),
                draft.version(),
                Status.ISSUED,
                "ACORD_25",
                draft.asked(),
                draft.client(),
                draft.policies(),
                null,
                draft.checks(),
                null,
                "doc-1");

        certificates.update(issued);

        assertThat(certificates.ofRequest(draft.requestNumber())).containsExactly(issued);
    }
}
