package org.throughline.ams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Ledger payload of a task or suspense on a client's account; {@code assignee} is a person's full name. */
public record AmsTaskPayload(
        String clientId,
        @Nullable String policyNumber,
        String title,
        String description,
        @Nullable LocalDate due,
        @Nullable String assignee) {}
