package org.throughline.ams.hawksoft;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/** Ledger rows as tests plan them. */
final class HawkSoftWrite {

    static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private HawkSoftWrite() {}

    static OutboundWrite planned(String reference, WriteKind kind, Object payload) {
        return new OutboundWrite(
                "row " + reference,
                reference.replaceFirst("-\\d+$", ""),
                1,
                kind,
                reference,
                JSON.valueToTree(payload).toString(),
                WriteStatus.PLANNED,
                0,
                null,
                null,
                Instant.parse("2026-11-23T18:00:00Z"),
                null);
    }
}
