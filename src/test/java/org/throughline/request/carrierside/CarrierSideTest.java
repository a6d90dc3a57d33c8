package org.throughline.request.carrierside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.Carriers;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.request.RequestView;
import org.throughline.request.carrierside.CarrierSide.Standing;

class CarrierSideTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final Records blueMesa = new Records("BMC", () -> Optional.of(policy("BMC-1")));
    private final Records summit = new Records("SRM", Optional::empty);

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @Test
    void showsPolicyBillingAndDocumentsOfWhatTheRequestNames() {
        CarrierSide side = side(Duration.ofSeconds(20));

        List<Standing> found = side.of(request("BMC1", "KEY-1"));

        assertThat(found).singleElement().satisfies(standing -> {
            assertThat(standing.sentence()).isNull();
            assertThat(standing.carrierName()).isEqualTo("Blue Mesa");
            assertThat(standing.policy()).isEqualTo(policy("BMC-1"));
            assertThat(standing.billing()).isEqualTo(Records.OWED);
            assertThat(standing.documents()).containsExactly(Records.DECLARATIONS);
        });
        assertThat(side.document(request("BMC-1"), "bmc 1", "d1"))
                .hasValueSatisfying(content -> assertThat(content.bytes()).containsExactly(1, 2));
        assertThat(side.document(request("BMC-1"), "BMC-1", "of-another-policy"))
                .isEmpty();
        assertThat(side.document(request("BMC-1"), "SRM-1", "d1"))
                .as("the request does not name it")
                .isEmpty();
    }

    @Test
    void saysThatTheCarrierHasNoSuchPolicyOrIsDown() {
        blueMesa.answer = () -> {
            throw new VendorUnavailable("refused", null);
        };

        assertThat(side(Duration.ofSeconds(20)).of(request("BMC-1", "SRM-1")))
                .extracting(Standing::sentence)
                .containsExactly(
                        "Blue Mesa cannot be reached now. Try again in a minute, or look at its website.",
                        "Summit Ridge has no policy of this number.");
    }

    @Test
    void waitsForNobodyLongerThanItsPatience() {
        blueMesa.answer = () -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        };

        assertThat(side(Duration.ofMillis(300)).of(request("BMC-1")))
                .extracting(Standing::sentence)
                .containsExactly("Blue Mesa does not answer in time. Try again in a minute, or look at its website.");
    }

    private CarrierSide side(Duration patience) {
        AmsPolicies ams = mock(AmsPolicies.class);
        when(ams.ofClient("10001"))
                .thenReturn(List.of(
                        amsPolicy("BMC-1", "Blue Mesa"),
                        amsPolicy("SRM-1", "Summit Ridge"),
                        amsPolicy("KEY-1", "Keystone")));
        Carriers carriers = new Carriers(
                List.of(carrier("BMC", "Blue Mesa"), carrier("SRM", "Summit Ridge"), carrier("KHI", "Keystone")));
        return new CarrierSide(ams, carriers, List.of(blueMesa, summit), patience);
    }

    private static Carrier carrier(String code, String name) {
        return new Carrier(code, name, "", "", List.of(), List.of());
    }

    private static Policy amsPolicy(String number, String carrier) {
        return new Policy(
                "p-" + number,
                number,
                "10001",
                "Okafor Plumbing",
                List.of("GL"),
                List.of("TX"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                PolicyStatus.ACTIVE,
                "Active",
                carrier,
                null,
                false,
                null,
                null,
                Map.of(),
                List.of(),
                List.of());
    }

    private static CarrierRecords.CarrierPolicy policy(String number) {
        return new CarrierRecords.CarrierPolicy(
                number,
                "99112",
                "GL",
                "Okafor Plumbing",
                "inforce",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                new BigDecimal("1200"),
                Map.of("Each occurrence", "1000000"),
                List.of());
    }

    private static RequestView request(String... policies) {
        return new RequestView(
                "SR-2026-000001",
                "ENDT_VEHICLE",
                "IN_PROGRESS",
                null,
                null,
                null,
                null,
                null,
                null,
                new RequestView.ClientReference("10001", "Okafor"),
                List.of(policies),
                null,
                null,
                List.of(),
                List.of(),
                "instance",
                null,
                null,
                null,
                OffsetDateTime.parse("2026-11-23T10:00:00Z"),
                null);
    }

    /** What one carrier shows. */
    private static final class Records implements CarrierRecords {

        private static final CarrierBilling OWED =
                new CarrierBilling(new BigDecimal("300"), new BigDecimal("0"), LocalDate.of(2026, 12, 1));
        private static final CarrierDocument DECLARATIONS =
                new CarrierDocument("d1", "Declarations.pdf", "application/pdf", LocalDate.of(2026, 1, 1));

        private final String carrier;
        private volatile Supplier<Optional<CarrierPolicy>> answer;

        private Records(String carrier, Supplier<Optional<CarrierPolicy>> answer) {
            this.carrier = carrier;
            this.answer = answer;
        }

        @Override
        public String carrier() {
            return carrier;
        }

        @Override
        public Optional<CarrierPolicy> policy(String policyNumber) {
            return answer.get();
        }

        @Override
        public List<CarrierDocument> documents(String policyNumber) {
            return List.of(DECLARATIONS);
        }

        @Override
        public Optional<byte[]> content(String documentId) {
            return Optional.of(new byte[] {1, 2});
        }

        @Override
        public Optional<CarrierBilling> billing(String policyNumber) {
            return Optional.of(OWED);
        }
    }
}
