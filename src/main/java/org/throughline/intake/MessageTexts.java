package org.throughline.intake;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.triage.MessageText;
import org.throughline.triage.MessageText.AttachmentText;

/** Gives triage what it reads of a stored item. */
@Component
public class MessageTexts {

    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"')\\]]{1,500}");

    private final InboundItems items;
    private final Threads threads;

    public MessageTexts(InboundItems items, Threads threads) {
        this.items = items;
        this.threads = threads;
    }

    public MessageText of(InboundItem item) {
        return of(item, items.attachmentsOf(item.id()), threads.isReply(item));
    }

    static MessageText of(InboundItem item, List<ItemAttachment> attachments, boolean reply) {
        return new MessageText(
                item.channel().name(),
                Senders.name(item.sender()),
                item.senderAddress(),
                item.subject(),
                item.body(),
                item.forwarded(),
                attachments.stream()
                        .map(file -> new AttachmentText(file.filename(), file.contentType(), file.text()))
                        .toList(),
                item.autoSubmitted(),
                reply,
                item.receivedAt(),
                linkHosts(item.body() + "\n" + item.forwarded()),
                hidden(item));
    }

    /** A link hidden in a page that was quoted, as those of newsletters are, leads where the quoted text leads. */
    private static String hidden(InboundItem item) {
        return item.hidden()
                .lines()
                .filter(line -> !line.startsWith("<") || !leadsTo(line, item.quoted()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean leadsTo(String line, String quoted) {
        Matcher link = LINK.matcher(line);
        String host = link.find() ? host(link.group()) : "";
        return !host.isEmpty() && quoted.contains("://" + host);
    }

    private static @Nullable String linkHosts(String text) {
        TreeSet<String> hosts = new TreeSet<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String host = host(link.group());
            if (!host.isEmpty()) {
                hosts.add(host);
            }
        }
        return hosts.isEmpty() ? null : String.join(",", hosts);
    }

    private static String host(String link) {
        try {
            String host = URI.create(link).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
