package org.throughline.platform.privacy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** The stack trace of a log line without sensitive numbers: an exception's message may repeat what a client wrote. */
public class MaskedStackTrace extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SensitiveNumbers.mask(super.convert(event));
    }
}
