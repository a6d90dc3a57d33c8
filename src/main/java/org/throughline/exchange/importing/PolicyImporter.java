package org.throughline.exchange.importing;

import static org.throughline.exchange.ExchangeField.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.ClientBook;
import org.throughline.ams.ClientBook.Entry;
import org.throughline.ams.ClientBook.PolicyEntry;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.LineOfBusiness;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.exchange.importing.ImportReport.Effect;

/** Rows that are policies of clients whom a spreadsheet brought in. A row is known again by its policy number. */
final class PolicyImporter implements RowImporter {

    private static final Set<String> ADMITTED = Set.of("admitted", "standard");
    private static final Set<String> SURPLUS = Set.of("surplus", "e&s", "non-admitted", "nonadmitted");

    private final ClientBook book;
    private final ClientBook.View known;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Entry> changed = new LinkedHashMap<>();
    private @Nullable Move pending;

    /** A policy that comes to a client, from another one where that had it. */
    private record Move(
            String clientId, PolicyEntry policy, @Nullable String from) {}

    PolicyImporter(ClientBook book) {
        this.book = book;
        this.known = book.read();
    }

    @Override
    public Verdict look(ImportRow row) {
        pending = null;
        PolicyEntry policy = policy(row);
        Optional<Entry> holder = known.holderOf(policy.number());
        if (holder.filter(one -> one.source() == Source.AMS).isPresent()) {
            return new Verdict(
                    policy.number(),
                    Effect.IN_AMS,
                    "The agency management system has this policy for "
                            + holder.orElseThrow().name() + ". Change it there; it comes here by itself.");
        }
        if (ClientImporter.saysAms(row)) {
            return new Verdict(policy.number(), Effect.IN_AMS, ClientImporter.SAYS_AMS);
        }
        String key = bare(policy.number());
        Integer earlier = seen.putIfAbsent(key, row.number());
        if (earlier != null) {
            row.refuse(POLICY_NUMBER, "Row " + earlier + " has the same policy number. Keep one of them.");
        }
        Entry client = client(row);
        if (client == null) {
            return Verdict.of(policy.number(), Effect.REFUSED);
        }
        return verdict(policy, client, holder);
    }

    private Verdict verdict(PolicyEntry policy, Entry client, Optional<Entry> holder) {
        boolean same =
                holder.filter(one -> one.clientId().equals(client.clientId())).isPresent();
        if (same && known.has(client.with(replaced(client.policies(), policy)))) {
            return Verdict.of(policy.number(), Effect.UNCHANGED);
        }
        pending = new Move(
                client.clientId(),
                policy,
                same ? null : holder.map(Entry::clientId).orElse(null));
        return new Verdict(
                policy.number(),
                holder.isPresent() ? Effect.CHANGED : Effect.ADDED,
                holder.isPresent() && !same
                        ? "It moves from " + holder.orElseThrow().name() + " to " + client.name() + "."
                        : null);
    }

    private PolicyEntry policy(ImportRow row) {
        String number = row.required(POLICY_NUMBER, 60);
        if (!number.isEmpty() && bare(number).length() < 4) {
            row.refuse(POLICY_NUMBER, "A policy number has at least four letters and digits. Correct it.");
        }
        LocalDate effective = row.date(EFFECTIVE);
        LocalDate expiration = row.date(EXPIRATION);
        if (effective != null && expiration != null && !effective.isBefore(expiration)) {
            row.refuse(EXPIRATION, "The policy would end before it begins. Correct one of the dates.");
        }
        return new PolicyEntry(
                number,
                Arrays.stream(row.text(LINES, 190).split("[;,/\\n]", -1))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(LineOfBusiness::code)
                        .distinct()
                        .toList(),
                ClientImporter.state(row),
                effective,
                expiration,
                row.flag(IN_FORCE, true, Set.of(), Set.of()),
                row.flag(SURPLUS_LINES, false, SURPLUS, ADMITTED));
    }

    /** The client by number or by name; null, with a problem, where that is nobody of ours or more than one. */
    private @Nullable Entry client(ImportRow row) {
        String number = row.text(CLIENT_NUMBER, 60);
        String name = row.text(NAME, 300);
        if (number.isEmpty() && name.isEmpty()) {
            row.refuse("The row names no client. Give the client number, or the name as it is in the list of clients.");
            return null;
        }
        if (!number.isEmpty()) {
            Optional<Entry> numbered = known.find(SpreadsheetIds.ofNumber(number));
            if (numbered.isPresent()) {
                return numbered.get();
            }
        }
        List<Entry> named = name.isEmpty() ? List.of() : known.named(name);
        List<Entry> ours =
                named.stream().filter(one -> one.source() == Source.SPREADSHEET).toList();
        if (ours.size() == 1) {
            return ours.get(0);
        }
        Optional<Entry> inAms = known.find(number)
                .or(() ->
                        named.stream().filter(one -> one.source() == Source.AMS).findFirst());
        if (ours.size() > 1) {
            row.refuse(NAME, "Several clients have this name. Give the client number.");
        } else if (inAms.isPresent()) {
            row.refuse("The client " + inAms.get().name()
                    + " is in the agency management system. Enter the policy there; it comes here by itself.");
        } else {
            row.refuse("No client of this " + (number.isEmpty() ? "name" : "number")
                    + " is known. Import the client first, then the policies again.");
        }
        return null;
    }

    @Override
    public void take() {
        if (pending == null) {
            return;
        }
        if (pending.from() != null) {
            Entry former = current(pending.from());
            changed.put(former.clientId(), former.with(without(former.policies(), pending.policy())));
        }
        Entry client = current(pending.clientId());
        changed.put(client.clientId(), client.with(replaced(client.policies(), pending.policy())));
    }

    private Entry current(String clientId) {
        Entry touched = changed.get(clientId);
        return touched == null ? known.find(clientId).orElseThrow() : touched;
    }

    private static List<PolicyEntry> replaced(List<PolicyEntry> policies, PolicyEntry policy) {
        List<PolicyEntry> others = new ArrayList<>(without(policies, policy));
        others.add(policy);
        return others;
    }

    private static List<PolicyEntry> without(List<PolicyEntry> policies, PolicyEntry policy) {
        return policies.stream()
                .filter(one -> !bare(one.number()).equals(bare(policy.number())))
                .toList();
    }

    private static String bare(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public void apply() {
        if (!changed.isEmpty()) {
            book.put(changed.values());
        }
    }
}
