package org.throughline.sandbox.mail;

/** The ports on which the practice mail server really listens. */
public record MailServerPorts(int smtp, int imap) {}
