package org.throughline.ams.nowcerts;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.platform.ledger.OutboundChannel;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;

/** Carries out the ledger's writes at NowCerts, each kind by its own class. */
@OnNowCerts
@Component
class NowCertsChannel implements OutboundChannel {

    private final NowCertsNotes notes;
    private final NowCertsTasks tasks;
    private final NowCertsDocuments documents;
    private final NowCertsCertificates certificates;

    NowCertsChannel(
            NowCertsNotes notes, NowCertsTasks tasks, NowCertsDocuments documents, NowCertsCertificates certificates) {
        this.notes = notes;
        this.tasks = tasks;
        this.documents = documents;
        this.certificates = certificates;
    }

    @Override
    public Set<WriteKind> kinds() {
        return Set.of(WriteKind.AMS_NOTE, WriteKind.AMS_TASK, WriteKind.AMS_DOCUMENT, WriteKind.AMS_CERTIFICATE);
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        return writer(write.kind()).find(write);
    }

    @Override
    public String perform(OutboundWrite write) {
        return writer(write.kind()).perform(write);
    }

    private Writer writer(WriteKind kind) {
        return switch (kind) {
            case AMS_NOTE -> notes;
            case AMS_TASK -> tasks;
            case AMS_DOCUMENT -> documents;
            case AMS_CERTIFICATE -> certificates;
            case EMAIL -> throw new IllegalArgumentException("NowCerts sends no mail for us");
        };
    }

    /** One kind of write. {@code find} answers only with a record that is complete. */
    interface Writer {

        Optional<String> find(OutboundWrite write);

        String perform(OutboundWrite write);
    }
}
