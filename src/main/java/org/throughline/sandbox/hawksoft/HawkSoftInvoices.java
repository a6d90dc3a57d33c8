package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is still owed: an invoice's total without the receipts that show. */
@Component
@Profile("sandbox")
class HawkSoftInvoices {

    private final HawkSoftRecords records;

    HawkSoftInvoices(HawkSoftRecords records) {
        this.records = records;
    }

    /** Sets the balances in a client's answer. */
    void balance(ObjectNode client) {
        for (JsonNode invoice : client.path("invoices")) {
            BigDecimal total = invoice.path("total").decimalValue();
            ((ObjectNode) invoice)
                    .put("balance", total.subtract(paid(invoice.path("id").asText())));
        }
    }

    private BigDecimal paid(String invoiceId) {
        BigDecimal paid = BigDecimal.ZERO;
        for (ObjectNode receipt : records.all(Kind.RECEIPT)) {
            if (!records.queued(receipt)) {
                for (JsonNode part : receipt.path("invoices")) {
                    if (part.path("invoiceId").asText().equalsIgnoreCase(invoiceId)) {
                        paid = paid.add(part.path("amount").decimalValue());
                    }
                }
            }
        }
        return paid;
    }
}
