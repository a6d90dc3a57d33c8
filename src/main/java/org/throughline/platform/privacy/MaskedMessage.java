package org.throughline.platform.privacy;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line without sensitive numbers; {@code logback-spring.xml} puts it in place of the plain one. */
public class MaskedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SensitiveNumbers.mask(super.convert(event));
    }
}
