package org.throughline.ams;

import java.util.List;
import java.util.Optional;

/**
 * The local index of who our clients are ({@code client_index}): e-mail addresses, telephone numbers, names and policy
 * numbers, kept in step with the agency management system. Lets an item be identified while that system is down; it is
 * never the source of a limit, a status or a form.
 */
public interface ClientIndex {

    /** True once the index has been filled from the system at least once; before that nobody can be identified. */
    boolean ready();

    /** Clients that have this e-mail address on a contact, most policies in force first. */
    List<IndexedClient> byEmail(String address);

    /** Clients that have this telephone number on a contact; digits are compared, whatever the format. */
    List<IndexedClient> byPhone(String phone);

    /** Clients whose policy has one of these numbers; compared without hyphens, spaces and case. */
    List<IndexedClient> byPolicyNumbers(List<String> numbers);

    /** The client whose name or DBA the text mentions, clients with policies in force first; longest name wins. */
    List<IndexedClient> namedIn(String text);

    Optional<IndexedClient> byId(String clientId);

    /** A client as the index has it. */
    record IndexedClient(
            String clientId,
            String name,
            boolean commercial,
            String state,
            List<IndexedContact> contacts,
            List<IndexedPolicy> policies) {}

    /** A contact; {@code authorized} may ask in the client's name. */
    record IndexedContact(String name, String email, String phone, boolean authorized) {}

    /** A policy's number, lines, state and whether it was in force when the index was last filled. */
    record IndexedPolicy(String number, List<String> lines, String state, boolean inForce, boolean surplusLines) {}
}
