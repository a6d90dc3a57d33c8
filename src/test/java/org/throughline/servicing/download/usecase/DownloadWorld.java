package org.throughline.servicing.download.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.automation.store.AutomationTables;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.carrier.download.WaitingSubmissions;
import org.throughline.servicing.certificate.usecase.CertificateWorld;

/** The use cases of downloads with everything outside them in memory. */
public final class DownloadWorld {

    public static final String ITEM = "IN-2026-000001";
    public static final String REQUEST = "SR-2026-000001";
    public static final String WATTS = "20001";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    public final AutomationTables automation = new AutomationTables(CLOCK);
    public final CertificateWorld.Ledger ledger = new CertificateWorld.Ledger();
    public final List<Policy> policies = new ArrayList<>();
    public final Map<String, Transaction> kept = new LinkedHashMap<>();
    public final Map<String, Downloads.Settlement> settled = new HashMap<>();
    public final Map<AliasKey, DownloadAliases.Alias> aliases = new HashMap<>();
    public final List<WaitingSubmissions.Waiting> waiting = new ArrayList<>();
    public final Map<String, SubmissionAnswer> answers = new LinkedHashMap<>();
    public final List<String> readFromAms = new ArrayList<>();
    public boolean indexReady = true;
    private DownloadItems.@Nullable DownloadItem item;

    private final Carriers carriers = new Carriers(List.of(
            carrier("SRM", "Summit Ridge Mutual", "99146", "Summit Ridge Mutual Insurance Company"),
            carrier("BMC", "Blue Mesa", "99112", "Blue Mesa Casualty Company")));

    private static Carrier carrier(String code, String name, String naic, String company) {
        return new Carrier(code, name, "", "", List.of(), List.of(new Carrier.Company(naic, company)));
    }

    /** The personal auto policy of Jerome and Alicia Watts, in force from June to June. */
    public static Policy wattsAuto(PolicyStatus status) {
        return policy("SRM-PA-5519027", WATTS, "Jerome Watts and Alicia Watts", status);
    }

    public static Policy policy(String number, String clientId, String namedInsured, PolicyStatus status) {
        return new Policy(
                "p-" + number,
                number,
                clientId,
                namedInsured,
                List.of("PERSONAL_AUTO"),
                List.of("GA"),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 6, 1),
                status,
                status.name(),
                "Summit Ridge Mutual Insurance Company",
                "99146",
                false,
                null,
                new BigDecimal("1042.00"),
                Map.of(),
                null,
                List.of(new Policy.AdditionalInterest("Harbor Bank", "LIENHOLDER", null, null, null)));
    }

    /** A transaction on the policy of the Watts, its number without hyphens. */
    public static Transaction transaction(TransactionCode code) {
        return transaction(code, "SRMPA5519027", "WATTS JEROME & ALICIA", List.of());
    }

    public static Transaction transaction(
            TransactionCode code, String policyNumber, String insured, List<Change> image) {
        return new Transaction(
                "al3/" + code + policyNumber,
                code,
                "SUMMIT RIDGE MUTUAL",
                "99146",
                policyNumber,
                "PERSONAL_AUTO",
                insured,
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 21),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 6, 1),
                new BigDecimal("1042.00"),
                null,
                List.of(),
                image,
                "",
                true);
    }

    /** The item that arrived brings that transaction. */
    public void arrived(Transaction transaction) {
        kept.put(transaction.id(), transaction);
        item = new DownloadItems.DownloadItem(transaction.id(), transaction.subject(), true);
    }

    /** The item that arrived says something in words. */
    public void arrived(String externalId, String text, boolean ofCarrierFeed) {
        item = new DownloadItems.DownloadItem(externalId, text, ofCarrierFeed);
    }

    public MatchDownload matching() {
        return new MatchDownload(
                id -> Optional.ofNullable(item), new InMemoryDownloads(), search(), submissions(), carriers);
    }

    public ApplyDownload applying() {
        return new ApplyDownload(new InMemoryDownloads(), submissions());
    }

    public ResolveDownload resolving() {
        return new ResolveDownload(
                new InMemoryDownloads(), applying(), search(), new InMemoryAliases(), automated(), ledger, carriers);
    }

    public DownloadAutomation automated() {
        return new DownloadAutomation(automation.gate(), automation.evidence());
    }

    private PolicySearch search() {
        return new PolicySearch(new Index(), new Ams(), new InMemoryAliases(), carriers);
    }

    private SubmissionMatch submissions() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("waitingSubmissions", new Submissions());
        return new SubmissionMatch(beans.getBeanProvider(WaitingSubmissions.class));
    }

    /** Forgets everything, for the next test. */
    public void clear() {
        automation.clear();
        ledger.writes.clear();
        policies.clear();
        kept.clear();
        settled.clear();
        aliases.clear();
        waiting.clear();
        answers.clear();
        readFromAms.clear();
        indexReady = true;
        item = null;
    }

    private final class Index implements ClientIndex {

        @Override
        public boolean ready() {
            return indexReady;
        }

        @Override
        public List<IndexedClient> byEmail(String address) {
            return List.of();
        }

        @Override
        public List<IndexedClient> byPhone(String phone) {
            return List.of();
        }

        @Override
        public List<IndexedClient> byPolicyNumbers(List<String> numbers) {
            List<String> keys = numbers.stream().map(PolicyNumbers::key).toList();
            return policies.stream()
                    .filter(policy -> keys.contains(PolicyNumbers.key(policy.number())))
                    .map(Policy::clientId)
                    .distinct()
                    .map(this::client)
                    .toList();
        }

        @Override
        public List<IndexedClient> namedIn(String text) {
            return policies.stream()
                    .filter(policy -> text.toLowerCase(Locale.ROOT)
                            .replace("&", "and")
                            .contains(policy.namedInsured().toLowerCase(Locale.ROOT)))
                    .map(Policy::clientId)
                    .distinct()
                    .map(this::client)
                    .toList();
        }

        @Override
        public Optional<IndexedClient> byId(String clientId) {
            return policies.stream()
                    .filter(policy -> policy.clientId().equals(clientId))
                    .findFirst()
                    .map(policy -> client(clientId));
        }

        private IndexedClient client(String id) {
            String name = policies.stream()
                    .filter(policy -> policy.clientId().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .namedInsured();
            return new IndexedClient(id, name, false, "GA", List.of(), List.of());
        }
    }

    private final class Ams implements AmsPolicies {

        @Override
        public List<Policy> ofClient(String clientId) {
            readFromAms.add(clientId);
            return policies.stream()
                    .filter(policy -> policy.clientId().equals(clientId))
                    .toList();
        }

        @Override
        public List<Policy> headersOfClients(List<String> clientIds) {
            return List.of();
        }
    }

    private final class InMemoryDownloads implements Downloads {

        @Override
        public boolean keep(Transaction transaction, String format) {
            return kept.putIfAbsent(transaction.id(), transaction) == null;
        }

        @Override
        public Optional<Transaction> find(String transactionId) {
            return Optional.ofNullable(kept.get(transactionId));
        }

        @Override
        public void settle(String transactionId, Settlement settlement) {
            settled.put(transactionId, settlement);
        }

        @Override
        public Optional<Settlement> settlement(String transactionId) {
            return Optional.ofNullable(settled.get(transactionId));
        }
    }

    private final class InMemoryAliases implements DownloadAliases {

        @Override
        public Optional<Alias> find(AliasKey key) {
            return Optional.ofNullable(aliases.get(key));
        }

        @Override
        public void remember(AliasKey key, Alias alias) {
            aliases.put(key, alias);
        }
    }

    private final class Submissions implements WaitingSubmissions {

        @Override
        public List<Waiting> on(String policyKey) {
            return policyKey.equals("SRMPA5519027") ? List.copyOf(waiting) : List.of();
        }

        @Override
        public void answered(String submissionId, SubmissionAnswer answer) {
            answers.put(submissionId, answer);
            waiting.removeIf(each -> each.submissionId().equals(submissionId));
        }
    }
}
