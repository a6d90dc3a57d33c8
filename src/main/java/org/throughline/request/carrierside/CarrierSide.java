package org.throughline.request.carrierside;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.CarrierRecords.CarrierBilling;
import org.throughline.carrier.CarrierRecords.CarrierDocument;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.request.RequestView;

/**
 * Reads at the carriers what they have of a request's policies, as far as a connection shows it. Nobody waits for a carrier
 * longer than some seconds: what does not answer in time is said to be silent, and holds nothing else up.
 */
@Service
public class CarrierSide implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierSide.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_POLICIES = 3;
    private static final int READERS = 4;
    private static final int WAITING = 40;

    private final AmsPolicies policies;
    private final Carriers carriers;
    private final Map<String, CarrierRecords> records;
    private final Duration patience;
    private final ExecutorService readers =
            new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "carrier-records");
                thread.setDaemon(true);
                return thread;
            });

    @Autowired
    CarrierSide(AmsPolicies policies, Carriers carriers, List<CarrierRecords> records) {
        this(policies, carriers, records, PATIENCE);
    }

    CarrierSide(AmsPolicies policies, Carriers carriers, List<CarrierRecords> records, Duration patience) {
        this.policies = policies;
        this.carriers = carriers;
        this.records = records.stream().collect(Collectors.toMap(CarrierRecords::carrier, Function.identity()));
        this.patience = patience;
    }

    /**
     * A policy at its carrier.
     *
     * @param sentence why nothing is shown, for people; null where the carrier has answered
     * @param policy as the carrier has it; null where it has none of this number, or has not answered
     * @param billing null where the carrier shows none
     */
    public record Standing(
            String policyNumber,
            String carrier,
            String carrierName,
            @Nullable String sentence,
            @Nullable CarrierPolicy policy,
            @Nullable CarrierBilling billing,
            List<CarrierDocument> documents) {}

    /** A document with its bytes. */
    public record Content(CarrierDocument document, byte[] bytes) {}

    /** What the carriers of the request's policies have; a carrier that no connection shows is left out. */
    public List<Standing> of(RequestView request) {
        List<Placed> placed = placed(request);
        List<@Nullable Future<Standing>> asked = placed.stream().map(this::ask).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        return IntStream.range(0, placed.size())
                .mapToObj(index -> answer(placed.get(index), asked.get(index), deadline))
                .toList();
    }

    /** A document of one of the request's policies; empty where the carrier has none of this id on it. */
    public Optional<Content> document(RequestView request, String policyNumber, String documentId) {
        return placed(request).stream()
                .filter(one -> PolicyNumbers.key(one.policyNumber()).equals(PolicyNumbers.key(policyNumber)))
                .findFirst()
                .flatMap(one -> one.records().documents(one.policyNumber()).stream()
                        .filter(document -> document.id().equals(documentId))
                        .findFirst()
                        .flatMap(document ->
                                one.records().content(documentId).map(bytes -> new Content(document, bytes))));
    }

    /** A policy with the connection that shows it. */
    private record Placed(String policyNumber, Carrier carrier, CarrierRecords records) {}

    private List<Placed> placed(RequestView request) {
        RequestView.ClientReference client = request.client();
        if (client == null || SpreadsheetIds.isOne(client.id()) || records.isEmpty()) {
            return List.of();
        }
        List<String> named = request.policies().stream().map(PolicyNumbers::key).toList();
        return policies.ofClient(client.id()).stream()
                .filter(policy -> named.contains(PolicyNumbers.key(policy.number())))
                .flatMap(policy -> placed(policy).stream())
                .limit(MOST_POLICIES)
                .toList();
    }

    private Optional<Placed> placed(Policy policy) {
        return carriers.of(policy.naic(), policy.carrierName())
                .flatMap(carrier -> Optional.ofNullable(records.get(carrier.code()))
                        .map(shown -> new Placed(policy.number(), carrier, shown)));
    }

    private @Nullable Future<Standing> ask(Placed placed) {
        try {
            return readers.submit(() -> read(placed));
        } catch (RejectedExecutionException full) {
            LOG.warn(
                    "Too many people look at carriers' records at once; {} is not asked",
                    placed.carrier().code());
            return null;
        }
    }

    private static Standing read(Placed placed) {
        Optional<CarrierPolicy> policy = placed.records().policy(placed.policyNumber());
        return policy.isEmpty()
                ? silent(placed, "has no policy of this number.")
                : new Standing(
                        placed.policyNumber(),
                        placed.carrier().code(),
                        placed.carrier().name(),
                        null,
                        policy.get(),
                        placed.records().billing(placed.policyNumber()).orElse(null),
                        placed.records().documents(placed.policyNumber()));
    }

    private static Standing answer(Placed placed, @Nullable Future<Standing> asked, long deadline) {
        if (asked == null) {
            return silent(placed, "was not asked, because too many ask at once. Try again in a moment.");
        }
        try {
            return asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            asked.cancel(true);
            return silent(placed, "does not answer in time. Try again in a minute, or look at its website.");
        } catch (ExecutionException failed) {
            LOG.warn("The records of {} cannot be read", placed.carrier().code(), failed);
            return silent(placed, "cannot be reached now. Try again in a minute, or look at its website.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return silent(placed, "was not asked to the end.");
        }
    }

    private static Standing silent(Placed placed, String what) {
        return new Standing(
                placed.policyNumber(),
                placed.carrier().code(),
                placed.carrier().name(),
                placed.carrier().name() + " " + what,
                null,
                null,
                List.of());
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
