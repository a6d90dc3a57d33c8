package org.throughline.triage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.ClientIndex.IndexedContact;
import org.throughline.ams.ClientIndex.IndexedPolicy;
import org.throughline.carrier.Carriers;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.text.QuickPattern;

/**
 * Finds who a message is from and which client it is about: the sender's address first, then policy numbers, then names
 * in the text. A name or number in the text says what a message is about, never who sent it.
 */
@Component
class SenderIdentifier {

    /** A policy number by its look, or after the word in group 1. */
    static final QuickPattern POLICY = QuickPattern.compile(
            "(?<![A-Za-z0-9])[A-Z]{2,5}[- ]?[A-Z]{2,4}[- ]?\\d{4,9}(?![A-Za-z0-9])|(?i:policy|pol|policy ?number|policy ?no|policy ?#)\\.?\\s*(?i:number|no\\.?|num|#)?\\s*[:=#]?\\s*#?([A-Za-z]{0,5}[- ]?[A-Za-z]{0,4}[- ]?\\d[\\dA-Za-z-]{3,14})");

    private static final QuickPattern EMAIL = QuickPattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final QuickPattern PHONE =
            QuickPattern.compile("(?<![\\d-])(?:\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]\\d{4}(?![\\d-])");
    private static final QuickPattern STATE = QuickPattern.compile(
            "\\b(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \\d{5}\\b");
    private static final Set<String> SPOKEN = Set.of("PHONE", "VOICEMAIL");

    private final ClientIndex index;
    private final AgencyProfile agency;
    private final Carriers carriers;

    SenderIdentifier(ClientIndex index, AgencyProfile agency, Carriers carriers) {
        this.index = index;
        this.agency = agency;
        this.carriers = carriers;
    }

    /**
     * Who and what a message is about, and the clients that it may equally be about: with several of them nobody is taken
     * to be meant.
     */
    record Found(Identity identity, List<IndexedClient> candidates) {

        boolean ambiguous() {
            return candidates.size() > 1;
        }
    }

    /** @param chosen the client that a person has chosen; null where nobody has */
    Found identify(MessageText message, MessageParts parts, @Nullable String chosen) {
        String address = message.senderAddress().toLowerCase(Locale.ROOT);
        List<IndexedClient> bySender = bySender(message, address);
        List<String> mentioned = policyNumbers(parts.all());
        Optional<IndexedClient> named = chosen == null ? Optional.empty() : index.byId(chosen);
        List<IndexedClient> candidates = named.map(List::of)
                .orElseGet(() -> candidates(message, parts, bySender, index.byPolicyNumbers(mentioned)));
        @Nullable IndexedClient client = candidates.size() == 1 ? candidates.get(0) : null;
        return new Found(identity(message, parts, address, mentioned, bySender, client), candidates);
    }

    private Identity identity(
            MessageText message,
            MessageParts parts,
            String address,
            List<String> mentioned,
            List<IndexedClient> bySender,
            @Nullable IndexedClient client) {
        SenderRole role = role(message, parts, address, client, bySender);
        boolean authenticated = client != null
                && (role == SenderRole.AUTHORIZED_CONTACT || role == SenderRole.CONTACT)
                && !claimed(message)
                && (message.channel().equals("PORTAL")
                        || (!message.channel().equals("FORM")
                                && !SPOKEN.contains(message.channel())
                                && bySender.stream()
                                        .anyMatch(found -> found.clientId().equals(client.clientId()))));
        List<IndexedPolicy> policies = client == null ? List.of() : policies(client, mentioned);
        List<IndexedPolicy> relevant = policies.isEmpty() && client != null ? inForceFirst(client) : policies;
        List<String> numbers = policies.isEmpty()
                ? mentioned
                : policies.stream().map(IndexedPolicy::number).toList();
        return new Identity(
                role,
                authenticated,
                client == null ? null : client.clientId(),
                client == null ? null : client.name(),
                client != null && client.commercial(),
                numbers,
                client == null ? stateIn(parts.all()) : state(client, relevant),
                relevant.stream()
                        .flatMap(policy -> policy.lines().stream())
                        .distinct()
                        .toList(),
                policies.stream().anyMatch(IndexedPolicy::surplusLines)
                        || (policies.isEmpty()
                                && !relevant.isEmpty()
                                && relevant.stream().allMatch(IndexedPolicy::surplusLines)));
    }

    /** Policy numbers by their look, canonical where the index knows them. */
    static List<String> policyNumbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = POLICY.matcher(text);
        while (matcher.find()) {
            String number = matcher.group(1) == null ? matcher.group() : matcher.group(1);
            if (number.chars().filter(Character::isDigit).count() >= 4) {
                numbers.add(number.strip().toUpperCase(Locale.ROOT));
            }
        }
        return List.copyOf(numbers);
    }

    /** The policy number as the index writes it, with its client; null where the index does not know it. */
    MentionFinder.@Nullable Known known(String number) {
        String wanted = bare(number);
        return index.byPolicyNumbers(List.of(number)).stream()
                .flatMap(client -> client.policies().stream()
                        .filter(policy -> bare(policy.number()).equals(wanted))
                        .map(policy -> new MentionFinder.Known(policy.number(), client.clientId())))
                .findFirst()
                .orElse(null);
    }

    static List<String> phones(String text) {
        return all(PHONE, text);
    }

    static List<String> emails(String text) {
        return all(EMAIL, text.toLowerCase(Locale.ROOT));
    }

    /** A portal's item names an account where somebody logged in, and a mail address where somebody typed it into a page. */
    private static boolean claimed(MessageText message) {
        return message.channel().equals("PORTAL") && message.senderAddress().contains("@");
    }

    private List<IndexedClient> bySender(MessageText message, String address) {
        if (address.contains("@")) {
            return index.byEmail(address);
        }
        if (message.channel().equals("SMS") || SPOKEN.contains(message.channel())) {
            String phone = address.isBlank() ? String.join(" ", phones(message.senderName())) : address;
            return phone.isBlank() ? List.of() : index.byPhone(phone);
        }
        return List.of();
    }

    /**
     * The clients that it may be about, from the strongest sign to the weakest. A message may name several policies and
     * several parties, and the first is meant; an address or a number that several clients share says nothing more.
     */
    private List<IndexedClient> candidates(
            MessageText message, MessageParts parts, List<IndexedClient> bySender, List<IndexedClient> byPolicy) {
        List<IndexedClient> both = among(bySender, byPolicy);
        if (!both.isEmpty()) {
            return both.subList(0, 1);
        }
        if (!byPolicy.isEmpty()) {
            return byPolicy.subList(0, 1);
        }
        List<IndexedClient> named = named(parts);
        if (!bySender.isEmpty()) {
            List<IndexedClient> namedSenders = among(bySender, named);
            return insured(namedSenders.isEmpty() ? bySender : namedSenders.subList(0, 1));
        }
        if (!named.isEmpty()) {
            return named.subList(0, 1);
        }
        return insured(callers(message, parts));
    }

    private static List<IndexedClient> among(List<IndexedClient> these, List<IndexedClient> those) {
        return these.stream()
                .filter(one -> those.stream().anyMatch(two -> two.clientId().equals(one.clientId())))
                .toList();
    }

    /** Those with policies in force, where there are any: nobody asks about what has long ended. */
    private static List<IndexedClient> insured(List<IndexedClient> clients) {
        List<IndexedClient> insured = clients.stream()
                .filter(client -> client.policies().stream().anyMatch(IndexedPolicy::inForce))
                .toList();
        return (insured.isEmpty() ? clients : insured).stream().distinct().toList();
    }

    private List<IndexedClient> named(MessageParts parts) {
        List<IndexedClient> named = new ArrayList<>(index.namedIn(parts.subject()));
        if (named.isEmpty()) {
            named.addAll(index.namedIn(parts.text()));
        }
        if (named.isEmpty()) {
            named.addAll(index.namedIn(parts.forwarded()));
        }
        return named;
    }

    /** Clients whose address or call-back number stands in a form, a call note or a voicemail. */
    private List<IndexedClient> callers(MessageText message, MessageParts parts) {
        if (message.channel().equals("EMAIL")) {
            return List.of();
        }
        List<IndexedClient> found = new ArrayList<>();
        emails(parts.text()).forEach(email -> found.addAll(index.byEmail(email)));
        phones(parts.text()).forEach(phone -> found.addAll(index.byPhone(phone)));
        return found;
    }

    private SenderRole role(
            MessageText message,
            MessageParts parts,
            String address,
            @Nullable IndexedClient client,
            List<IndexedClient> bySender) {
        String domain = address.substring(address.indexOf('@') + 1);
        boolean proven = address.contains("@") && !claimed(message);
        if (proven && inDomains(domain, carriers.domains())) {
            return SenderRole.CARRIER;
        }
        if (message.channel().equals("CARRIER_FEED")) {
            return SenderRole.CARRIER;
        }
        if (message.channel().equals("SYSTEM")) {
            return SenderRole.STAFF;
        }
        String own = agency.serviceMailbox().substring(agency.serviceMailbox().indexOf('@') + 1);
        if (proven && domain.equalsIgnoreCase(own)) {
            return SenderRole.STAFF;
        }
        if (client == null) {
            return SenderRole.UNKNOWN;
        }
        if (message.channel().equals("PORTAL") && !claimed(message)) {
            return SenderRole.AUTHORIZED_CONTACT;
        }
        Optional<IndexedContact> contact = client.contacts().stream()
                .filter(one -> one.email().equalsIgnoreCase(address) || samePhone(one.phone(), address))
                .findFirst();
        if (contact.isPresent()) {
            return contact.get().authorized() && !claimed(message) ? SenderRole.AUTHORIZED_CONTACT : SenderRole.CONTACT;
        }
        if (!bySender.isEmpty() || !message.channel().equals("EMAIL")) {
            return spoken(message, parts, client);
        }
        boolean sameName = client.contacts().stream()
                .anyMatch(one -> !one.name().isBlank()
                        && one.name().equalsIgnoreCase(message.senderName().strip()));
        return sameName ? SenderRole.CONTACT : SenderRole.THIRD_PARTY;
    }

    /** Calls, voicemails and web forms name their sender but do not prove it. */
    private static SenderRole spoken(MessageText message, MessageParts parts, IndexedClient client) {
        boolean named = client.contacts().stream()
                .anyMatch(one ->
                        parts.all().toLowerCase(Locale.ROOT).contains(one.name().toLowerCase(Locale.ROOT))
                                || (!one.phone().isBlank()
                                        && phones(parts.text()).stream()
                                                .anyMatch(phone -> samePhone(one.phone(), phone)))
                                || (!one.email().isBlank()
                                        && parts.text()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(one.email().toLowerCase(Locale.ROOT))));
        return named || message.channel().equals("FORM") || SPOKEN.contains(message.channel())
                ? SenderRole.CONTACT
                : SenderRole.THIRD_PARTY;
    }

    private static boolean samePhone(String one, String two) {
        String left = digits(one);
        String right = digits(two);
        return left.length() == 10 && left.equals(right);
    }

    private static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    static boolean inDomains(String domain, List<String> domains) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(known -> lower.equals(known) || lower.endsWith("." + known));
    }

    private static List<IndexedPolicy> policies(IndexedClient client, List<String> mentioned) {
        List<String> wanted = mentioned.stream().map(SenderIdentifier::bare).toList();
        return client.policies().stream()
                .filter(policy -> wanted.contains(bare(policy.number())))
                .toList();
    }

    private static List<IndexedPolicy> inForceFirst(IndexedClient client) {
        List<IndexedPolicy> inForce =
                client.policies().stream().filter(IndexedPolicy::inForce).toList();
        return inForce.isEmpty() ? client.policies() : inForce;
    }

    /** A stranger's state, from an address in the text. */
    private static @Nullable String stateIn(String text) {
        Matcher matcher = STATE.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String state(IndexedClient client, List<IndexedPolicy> policies) {
        return policies.stream()
                .map(IndexedPolicy::state)
                .filter(state -> !state.isBlank())
                .findFirst()
                .orElse(client.state());
    }

    private static String bare(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static List<String> all(QuickPattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return List.copyOf(found);
    }
}
