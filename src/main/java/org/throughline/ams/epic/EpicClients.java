package org.throughline.ams.epic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client;
import org.throughline.ams.epic.EpicRows.AccountRow;
import org.throughline.ams.epic.EpicRows.ClientRow;
import org.throughline.ams.epic.EpicRows.ContactRow;
import org.throughline.ams.epic.EpicRows.LineRow;
import org.throughline.ams.epic.EpicRows.PolicyRow;

/**
 * Clients are the vendor's accounts of type CLIENT with what its client and contact services add; a client's id is the
 * account's. The vendor tells which policies and lines changed, but not which accounts and contacts: those are seen
 * when all clients are read.
 */
@OnEpic
@Component
class EpicClients implements AmsClients {

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Up to so many changed clients are read one by one, in three calls each; more of them by reading all. */
    private static final int FEW = 20;

    private final EpicApi api;

    EpicClients(EpicApi api) {
        this.api = api;
    }

    @Override
    public Optional<Client> find(String clientId) {
        if (!ID.matcher(clientId).matches()) {
            return Optional.empty();
        }
        try {
            AccountRow account = api.account(clientId);
            return "CLIENT".equals(account.type()) ? Optional.of(read(account)) : Optional.empty();
        } catch (EpicMissing unknown) {
            return Optional.empty();
        }
    }

    private Client read(AccountRow account) {
        List<ContactRow> contacts = EpicPages.all((offset, limit) -> api.contacts(account.id(), offset, limit));
        return EpicMapper.client(account, details(account.id()), contacts);
    }

    private @Nullable ClientRow details(String id) {
        try {
            return api.client(id);
        } catch (EpicMissing notThere) {
            return null;
        }
    }

    @Override
    public List<Client> changedSince(@Nullable Instant since) {
        if (since == null) {
            return all();
        }
        Set<String> changed = changed(since.truncatedTo(ChronoUnit.SECONDS).toString());
        return changed.size() > FEW
                ? all().stream().filter(client -> changed.contains(client.id())).toList()
                : changed.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    private Set<String> changed(String since) {
        Set<String> clients = new LinkedHashSet<>();
        EpicPages.all((offset, limit) -> api.policies(null, null, since, offset, limit)).stream()
                .map(PolicyRow::client)
                .forEach(clients::add);
        EpicPages.all((offset, limit) -> api.lines(null, since, offset, limit)).stream()
                .map(LineRow::client)
                .forEach(clients::add);
        return clients;
    }

    private List<Client> all() {
        List<AccountRow> accounts = EpicPages.all(api::clientAccounts);
        Map<String, ClientRow> details = EpicPages.all(api::clients).stream()
                .collect(Collectors.toMap(ClientRow::id, Function.identity(), (first, second) -> second));
        Map<String, List<ContactRow>> contacts =
                EpicPages.all((offset, limit) -> api.contacts(null, offset, limit)).stream()
                        .filter(contact -> contact.account() != null)
                        .collect(Collectors.groupingBy(ContactRow::account));
        return accounts.stream()
                .map(account -> EpicMapper.client(
                        account, details.get(account.id()), contacts.getOrDefault(account.id(), List.of())))
                .toList();
    }
}
