package org.throughline.carrier.acordxml;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.CarrierRecords;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.xml.XmlElement;

/**
 * Reads from one carrier with ACORD XML: policies with {@code PolicySyncRq}, what is owed with {@code BillingInqRq}. There is
 * no inquiry for documents. {@code BalanceInfo} is confirmed; nothing in it is called past due, so that is the minimum amount
 * whose day is over.
 */
class AcordXmlRecords implements CarrierRecords {

    private final String carrier;
    private final AcordClient client;
    private final AcordRequests requests;
    private final Clock clock;

    AcordXmlRecords(String carrier, AcordXmlProperties.Connection connection, AcordClient client, Clock clock) {
        this.carrier = carrier;
        this.client = client;
        this.requests = new AcordRequests(carrier, connection, clock);
        this.clock = clock;
    }

    @Override
    public String carrier() {
        return carrier;
    }

    @Override
    public Optional<CarrierPolicy> policy(String policyNumber) {
        return answered(requests.policy(policyNumber, null, null)).map(AcordPolicies::read);
    }

    /** The answer to an inquiry, or nothing where the carrier does not have what it asks for. */
    private Optional<XmlElement> answered(AcordMessage inquiry) {
        XmlElement message = client.ask(inquiry).message();
        AcordStatus said = AcordStatus.of(message);
        if (said.isWithoutAnswer()) {
            return Optional.empty();
        }
        if (said.verdict() != AcordStatus.Verdict.DONE) {
            throw new VendorContractBroken("An inquiry was answered: " + said.said());
        }
        return Optional.of(message);
    }

    @Override
    public List<CarrierDocument> documents(String policyNumber) {
        return List.of();
    }

    @Override
    public Optional<byte[]> content(String documentId) {
        return Optional.empty();
    }

    @Override
    public Optional<CarrierBilling> billing(String policyNumber) {
        return answered(requests.billing(policyNumber))
                .flatMap(message -> message.at("BillingInfo/BalanceInfo"))
                .map(this::billing);
    }

    private CarrierBilling billing(XmlElement balance) {
        LocalDate due = AcordValues.date(balance.text("MinimumDueDt"));
        LocalDate next = AcordValues.date(balance.text("NextBillDueDt"));
        boolean over = due != null && due.isBefore(LocalDate.now(clock));
        return new CarrierBilling(
                orNothing(AcordValues.amount(balance, "TotalDueAmt")),
                over ? orNothing(AcordValues.amount(balance, "MinimumDueAmt")) : BigDecimal.ZERO,
                next == null && !over ? due : next);
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
