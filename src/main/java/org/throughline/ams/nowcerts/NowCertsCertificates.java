package org.throughline.ams.nowcerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsCertificatePayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.Client.Address;
import org.throughline.ams.nowcerts.NowCertsApi.CertificateRow;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Certificate records: the vendor documents no insert for certificates or holders, so the record is its certificate of
 * insurance request, which holds both and is an upsert. Our reference is the last word of its description. A request
 * that arrived without all of its holder counts as absent and is completed under its own id, so one record remains.
 */
@OnNowCerts
@Component
class NowCertsCertificates implements AmsWriter<AmsCertificatePayload> {

    private final NowCertsApi api;

    NowCertsCertificates(NowCertsApi api) {
        this.api = api;
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_CERTIFICATE;
    }

    @Override
    public Class<AmsCertificatePayload> payloadType() {
        return AmsCertificatePayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsCertificatePayload payload) {
        return rows(write).stream()
                .filter(row -> complete(row, payload, write))
                .map(CertificateRow::id)
                .findFirst();
    }

    private List<CertificateRow> rows(OutboundWrite write) {
        String filter = "contains(description," + NowCertsLists.literal(AmsTags.tag(write)) + ")";
        return api.certificates(filter, "createDate asc", 0, NowCertsLists.PAGE).value();
    }

    private static boolean complete(CertificateRow row, AmsCertificatePayload payload, OutboundWrite write) {
        return payload.holderName().equals(row.holderName())
                && street(payload.holderAddress()).equals(Objects.requireNonNullElse(row.holderAddress(), ""))
                && requirements(payload).equals(Objects.requireNonNullElse(row.additionalRequirements(), ""))
                && description(payload, write).equals(row.description());
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsCertificatePayload payload) {
        Map<String, Object> request = new LinkedHashMap<>();
        rows(write).stream().findFirst().ifPresent(begun -> request.put("database_id", begun.id()));
        Address holder = payload.holderAddress();
        request.put("holder_name", payload.holderName());
        request.put("holder_address", street(holder));
        request.put("holder_city", holder == null ? "" : holder.city());
        request.put("holder_state", holder == null ? "" : holder.state());
        request.put("holder_zip", holder == null ? "" : holder.postalCode());
        request.put("status", "Completed");
        request.put("insured_name", payload.insuredName());
        request.put("insured_email", payload.insuredEmail());
        request.put("insured_id", payload.clientId());
        request.put("policy_lob", String.join(", ", payload.lines()));
        request.put("policy_number", String.join(", ", payload.policyNumbers()));
        request.put("policies", payload.policyIds());
        request.put("additional_interest_requested", payload.additionalInsured());
        request.put("waver_subrogation_requested", payload.waiverOfSubrogation());
        request.put("additional_requirements", requirements(payload));
        request.put("description", description(payload, write));
        return WriteOutcome.done(NowCertsAnswers.accepted(api.upsertCertificate(request)));
    }

    private static String street(@Nullable Address holder) {
        if (holder == null) {
            return "";
        }
        return holder.line2() == null ? holder.line1() : holder.line1() + ", " + holder.line2();
    }

    private static String requirements(AmsCertificatePayload payload) {
        return payload.description();
    }

    private static String description(AmsCertificatePayload payload, OutboundWrite write) {
        return "Certificate of insurance for " + payload.holderName() + " " + AmsTags.tag(write);
    }
}
