package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The vendor's lists by name, in any case; those of which the practice agency has nothing are empty. */
@Component
@Profile("sandbox")
class NowCertsLists {

    private static final Map<String, Kind> KEPT = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final Set<String> EMPTY = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        KEPT.putAll(Map.ofEntries(
                Map.entry("InsuredDetailList", Kind.INSURED),
                Map.entry("InsuredList", Kind.INSURED),
                Map.entry("CustomersList", Kind.INSURED),
                Map.entry("PolicyDetailList", Kind.POLICY),
                Map.entry("PolicyList", Kind.POLICY),
                Map.entry("PolicyAdditionalInterestDetailList", Kind.INTEREST),
                Map.entry("CertificateHolderList", Kind.HOLDER),
                Map.entry("PrincipalList", Kind.CONTACT),
                Map.entry("NotesList", Kind.NOTE),
                Map.entry("TasksList", Kind.TASK),
                Map.entry("PolicyEndorsementDetailList", Kind.ENDORSEMENT),
                Map.entry("ServiceRequestCertificateOfInsuranceList", Kind.CERTIFICATE_REQUEST)));
        EMPTY.addAll(List.of(
                "DeletedInsuredList",
                "HistoricalCertificateHolderList",
                "NotesHistoryList",
                "OtherClaimsList",
                "PropertyList",
                "SMSList",
                "CallLogRecordList",
                "CustomFieldsList",
                "QuoteApplicationList",
                "AgencyTagsList",
                "InsuredLocationList",
                "OpportunityStageList",
                "TaskCategoryDetailList",
                "NotesTypeList",
                "UnderwriterDetailList",
                "FinanceCompanyDetailList",
                "ReferralSourceDetailList"));
    }

    private final NowCertsRecords records;
    private final NowCertsDirectory directory;

    NowCertsLists(NowCertsRecords records, NowCertsDirectory directory) {
        this.records = records;
        this.directory = directory;
    }

    /** The list's rows; empty where the vendor has no such list. */
    Optional<List<ObjectNode>> rows(String name) {
        Kind kind = KEPT.get(name);
        if (kind != null) {
            return Optional.of(records.all(kind));
        }
        List<ZapierEntry> written = Arrays.stream(ZapierEntry.values())
                .filter(entry -> entry.list().equalsIgnoreCase(name))
                .toList();
        if (!written.isEmpty()) {
            return Optional.of(records.all(written.get(0).kind()).stream()
                    .filter(row -> row.path("_list").asText().equalsIgnoreCase(name))
                    .toList());
        }
        return EMPTY.contains(name) ? Optional.of(List.of()) : directory.rows(name);
    }

    /** A policy as it is shown inside another record. */
    static ObjectNode brief(JsonNode policy) {
        ObjectNode brief = Answers.JSON.createObjectNode();
        List<String> fields =
                new ArrayList<>(List.of("databaseId", "number", "effectiveDate", "expirationDate", "carrierName"));
        fields.forEach(field -> brief.set(field, policy.path(field)));
        brief.set("linesOfBusiness", policy.path("_linesOfBusiness"));
        return brief;
    }
}
