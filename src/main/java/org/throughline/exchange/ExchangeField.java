package org.throughline.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of an import or export, with the headings by which it is recognized where no mapping says so. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum ExchangeField {
    CLIENT_NUMBER(
            "clientNumber",
            "Client number",
            "client no, client id, client code, account number, account no, account code, account id, customer number,"
                    + " customer no, customer id, insured id, lookup code"),
    NAME(
            "name",
            "Client name",
            "name, insured, insured name, named insured, account name, customer name, business name, company name, company,"
                    + " client, customer, account"),
    DBA("dba", "DBA", "d b a, doing business as, trade name"),
    COMMERCIAL("commercial", "Commercial", "client type, account type, customer type, type, business or personal"),
    STATE("state", "State", "st, mailing state, risk state"),
    CONTACT("contact", "Contact", "contact name, primary contact, contact person"),
    EMAIL("email", "E-mail", "email, email address, e mail address, primary email, contact email"),
    PHONE("phone", "Phone", "phone number, telephone, primary phone, business phone, mobile, cell"),
    AUTHORIZED("authorized", "Authorized", "authorized contact, may request"),
    ACCOUNT_MANAGER("accountManager", "Account manager", "csr, account executive, am, service rep"),
    PRODUCER("producer", "Producer", "agent, salesperson"),
    POLICY_NUMBER("policyNumber", "Policy number", "policy no, policy, pol no, pol number"),
    LINES("lines", "Lines", "line, line of business, lines of business, lob, coverage, coverages, policy type"),
    EFFECTIVE("effective", "Effective", "effective date, eff date, eff, inception, inception date, start date"),
    EXPIRATION("expiration", "Expiration", "expiration date, exp date, exp, expires, expiry, expiry date, end date"),
    IN_FORCE("inForce", "In force", "active, policy status, status"),
    SURPLUS_LINES("surplusLines", "Surplus lines", "surplus, e s, non admitted"),
    SOURCE("source", "Source", ""),
    REFERENCE("reference", "Reference", "ref, number, id, task id, task number, activity id, ticket, request number"),
    WORK_TYPE("workType", "Work type", "type, category, type of work, activity type"),
    SUBJECT("subject", "Subject", "title, task, activity, what"),
    DESCRIPTION("description", "Description", "notes, note, details, comment, comments, text"),
    REQUESTED_BY("requestedBy", "Requested by", "requester, from, contact, asked by"),
    NEEDED_BY("neededBy", "Needed by", "due date, due, deadline, date due, needed, follow up date"),
    STATUS("status", "Status", false),
    QUEUE("queue", "Queue", false),
    PRIORITY("priority", "Priority", false),
    OPENED("opened", "Opened", false),
    SERVICE_DUE("serviceDue", "Service due", false);

    private final String id;
    private final String heading;
    private final List<String> words;
    private final boolean imported;

    ExchangeField(String id, String heading, String alsoKnownAs) {
        this.id = id;
        this.heading = heading;
        this.words = Arrays.stream((heading + "," + alsoKnownAs).split(",", -1))
                .map(ExchangeField::plain)
                .filter(word -> !word.isEmpty())
                .toList();
        this.imported = true;
    }

    ExchangeField(String id, String heading, boolean imported) {
        this.id = id;
        this.heading = heading;
        this.words = List.of(plain(heading));
        this.imported = imported;
    }

    /** The field of this id, in any case. */
    @JsonCreator
    public static ExchangeField of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no field " + id));
    }

    /** The field of this id, in any case, if there is one. */
    public static Optional<ExchangeField> find(String id) {
        return Arrays.stream(values())
                .filter(field -> field.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** Name in mappings. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Heading in exports. */
    public String heading() {
        return heading;
    }

    /** False for what only exports say, as work begins anew with its import. */
    public boolean imported() {
        return imported;
    }

    /** Whether a heading is a usual one of this field. */
    boolean isCalled(String usual) {
        return words.contains(plain(usual));
    }

    /** How usual a heading of this field is: of two, the one with the lower rank is meant. */
    public int rank(String usual) {
        return words.indexOf(plain(usual));
    }

    /** Letters and digits in lower case with one space between words, so that "E-Mail:" and "e mail" are the same. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("#", " no ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
