package org.throughline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what somebody posts on a request as if its client had replied by mail. */
@Component
public class RequestReply {

    private final InboundItems items;

    public RequestReply(InboundItems items) {
        this.items = items;
    }

    /**
     * Stores the reply and returns when that has been committed; intake then gives it to the request. What the reply does
     * not say itself, who wrote it and about what, is taken from the message that opened the request.
     *
     * @param postedBy user id of who hands it over
     */
    public Receipt accept(String requestNumber, NewItem reply, String postedBy) {
        List<InboundItem> thread = items.itemsOf(requestNumber);
        @Nullable InboundItem first = thread.isEmpty() ? null : thread.get(0);
        String sender = first != null && reply.sender().isBlank() ? first.sender() : reply.sender();
        return items.accept(
                new NewItem(
                        reply.channel(),
                        reply.externalId(),
                        reply.receivedAt(),
                        sender,
                        Senders.address(sender),
                        reply.recipient().isBlank() ? postedBy : reply.recipient(),
                        subject(requestNumber, reply, first),
                        reply.body(),
                        reply.quoted(),
                        reply.forwarded(),
                        first == null ? null : first.externalId(),
                        List.of(),
                        false,
                        reply.flags(),
                        reply.refusal(),
                        reply.attachments(),
                        reply.originalType(),
                        reply.original()),
                requestNumber);
    }

    /** With the number, so that the reply finds its request even where that has closed meanwhile. */
    private static String subject(String requestNumber, NewItem reply, @Nullable InboundItem first) {
        String said = reply.subject().isBlank() && first != null ? "Re: " + first.subject() : reply.subject();
        return said.contains(requestNumber) ? said : said + " [" + requestNumber + "]";
    }
}
