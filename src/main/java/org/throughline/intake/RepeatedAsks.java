package org.throughline.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.FurtherAsks;
import org.throughline.triage.FurtherAsks.Ask;
import org.throughline.triage.MessageReader;
import org.throughline.triage.SenderRole;
import org.throughline.triage.Understanding;

/**
 * Finds the open request of a client who asks for the same thing again, whichever of the two items came first. Nobody
 * reads an item that is taken for a repeat, so it must bring nothing new: no other holder, no new number, no further work,
 * nothing that security looks at.
 */
@Component
public class RepeatedAsks {

    private static final Duration SAME_ASK = Duration.ofDays(30);

    private final InboundItems items;
    private final MessageTexts texts;
    private final MessageReader reader;
    private final FurtherAsks furtherAsks;
    private final ServiceRequests requests;
    private final RequestReader views;

    public RepeatedAsks(
            InboundItems items,
            MessageTexts texts,
            MessageReader reader,
            FurtherAsks furtherAsks,
            ServiceRequests requests,
            RequestReader views) {
        this.items = items;
        this.texts = texts;
        this.reader = reader;
        this.furtherAsks = furtherAsks;
        this.requests = requests;
        this.views = views;
    }

    /** An open request and the work it is. */
    public record OpenAsk(String requestNumber, String workType) {}

    /** The open request that the same sender opened by saying the same, the newest first; none for strangers. */
    public Optional<OpenAsk> find(InboundItem item, Understanding understanding) {
        String client = understanding.identity().clientId();
        if (client == null
                || understanding.identity().senderRole() == SenderRole.UNKNOWN
                || Boolean.TRUE.equals(understanding.facts().get("securityFlag"))) {
            return Optional.empty();
        }
        List<String> earlier = new ArrayList<>(items.similarRecent(item, SAME_ASK));
        Collections.reverse(earlier);
        return earlier.stream()
                .flatMap(id -> items.find(id).stream())
                .flatMap(before -> openAsk(before, item, understanding, client).stream())
                .findFirst();
    }

    private Optional<OpenAsk> openAsk(
            InboundItem before, InboundItem item, Understanding understanding, String client) {
        List<RequestView> opened = items.requestsOf(before.id()).stream()
                .flatMap(number -> request(number).stream())
                .toList();
        return opened.stream()
                .limit(1)
                .filter(main -> Optional.ofNullable(main.client())
                        .filter(known -> known.id().equals(client))
                        .isPresent())
                .filter(main -> requests.isOpen(main.number()))
                .flatMap(main ->
                        Optional.ofNullable(main.workType())
                                .map(workType -> new OpenAsk(main.number(), workType))
                                .stream())
                .filter(ask -> nothingFurther(understanding, ask.workType(), opened))
                .filter(ask ->
                        SameWords.say(texts.of(item), understanding, texts.of(before), reader.read(texts.of(before))))
                .findFirst();
    }

    private boolean nothingFurther(Understanding understanding, String workType, List<RequestView> opened) {
        Set<String> known = opened.stream()
                .flatMap(view -> Optional.ofNullable(view.workType()).stream())
                .collect(Collectors.toSet());
        return furtherAsks.of(understanding, workType).stream()
                .map(Ask::workType)
                .allMatch(known::contains);
    }

    private Optional<RequestView> request(String number) {
        return views.find(new RequestQuery(number, null, null, null, null, null, null, null), 0, 1).stream()
                .findFirst();
    }
}
