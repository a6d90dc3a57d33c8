package org.throughline.ams.ezlynx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotices;

/**
 * What EZLynx tells of by itself. How it signs is not documented, so it brings a token of ours. A notification is a hint and
 * no more: the record is read again from EZLynx, so one that is forged or comes twice makes us read and nothing else.
 */
@OnEzLynx
@Component
class EzLynxNotices implements AmsNotices {

    private static final Logger LOG = LoggerFactory.getLogger(EzLynxNotices.class);

    private final EzLynxHints hints;
    private final EzLynxProperties properties;

    EzLynxNotices(EzLynxHints hints, EzLynxProperties properties) {
        this.hints = hints;
        this.properties = properties;
    }

    @Override
    public boolean isSetUp() {
        return !properties.webhookToken().isBlank();
    }

    @Override
    public boolean isToken(String token) {
        return MessageDigest.isEqual(bytes(properties.webhookToken()), bytes(token));
    }

    @Override
    public void take(byte[] body) {
        for (EzLynxNotification notification : EzLynxNotificationReader.read(body)) {
            if (notification.kind() == null || notification.id() == null) {
                LOG.warn("EZLynx told of {} without a record that can be read", notification.event());
            } else {
                hints.note(notification.kind(), notification.id(), notification.event());
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
