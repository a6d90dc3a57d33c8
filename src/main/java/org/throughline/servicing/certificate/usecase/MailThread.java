package org.throughline.servicing.certificate.usecase;

import org.jspecify.annotations.Nullable;

/** The thread that a mail answers: subject and Message-ID of the mail that asked. */
public record MailThread(@Nullable String subject, @Nullable String originalMessageId) {}
