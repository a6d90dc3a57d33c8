package org.throughline.ams.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsNotices;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.Agency;

/** What one agency has of its agency management system. */
record AmsConnection(
        Agency agency,
        AmsSystem system,
        AmsClients clients,
        AmsPolicies policies,
        AmsChannel channel,
        Optional<AmsNotices> notices) {

    /** The ports as the beans of an open context. */
    static AmsConnection in(GenericApplicationContext context, Agency agency) {
        return new AmsConnection(
                agency,
                own(context, AmsSystem.class).get(0),
                own(context, AmsClients.class).get(0),
                own(context, AmsPolicies.class).get(0),
                context.getBean(AmsChannel.class),
                own(context, AmsNotices.class).stream().findFirst());
    }

    /** Without what the application's own context has of the same type. */
    private static <T> List<T> own(GenericApplicationContext context, Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }
}
