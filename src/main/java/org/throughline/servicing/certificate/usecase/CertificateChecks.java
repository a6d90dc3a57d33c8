package org.throughline.servicing.certificate.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.carrier.PartyNames;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.CertificateForm;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.HolderAddress;
import org.throughline.servicing.certificate.model.Lines;
import org.throughline.servicing.certificate.model.Money;
import org.throughline.servicing.certificate.usecase.Decided.Support;

/** Holds a certificate against the policies as they are now, one check a question, each with its reason. */
final class CertificateChecks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final int LONGEST_DESCRIPTION = 600;

    private final Asked asked;
    private final @Nullable Client client;
    private final List<Policy> policies;
    private final Map<String, Policy> shown;
    private final Decided decided;
    private final ClauseLibrary clauses;
    private final LocalDate today;
    private final @Nullable LocalDate neededBy;
    private final ConfirmedLimits confirmed;
    private final List<Check> checks = new ArrayList<>();

    private CertificateChecks(
            CertificateFile file, Decided decided, ClauseLibrary clauses, LocalDate today, ZoneId zone) {
        this.asked = file.asked();
        this.client = file.client();
        this.policies = file.policies();
        this.confirmed = ConfirmedLimits.parse(asked.shown().confirmedLimits());
        this.shown = PoliciesShown.of(asked, policies, today);
        this.decided = decided;
        this.clauses = clauses;
        this.today = today;
        Instant needed = asked.neededBy();
        this.neededBy = needed == null ? null : needed.atZone(zone).toLocalDate();
    }

    static List<Check> of(CertificateFile file, Decided decided, ClauseLibrary clauses, LocalDate today, ZoneId zone) {
        CertificateChecks all = new CertificateChecks(file, decided, clauses, today, zone);
        all.client();
        if (file.asked().aboutProperty()) {
            all.checks.addAll(PropertyChecks.of(
                    file.asked(), PropertyShown.of(file.asked().shown(), file.policies(), today), decided.property()));
        } else {
            all.requester();
            all.coverage();
        }
        all.shown.forEach(all::policy);
        all.namedInsured();
        all.limits();
        decided.wording().forEach(all::wording);
        all.form();
        all.description();
        all.holder();
        all.delivery();
        return List.copyOf(all.checks);
    }

    /** True for a text that an e-mail can be sent to; several addresses stand with commas between them. */
    static boolean deliverable(String addresses) {
        List<String> each = WordingItem.words(addresses);
        return !each.isEmpty()
                && each.stream().allMatch(address -> EMAIL.matcher(address).matches());
    }

    private void client() {
        String name = "Client";
        if (client == null) {
            checks.add(Check.stop(
                    name, "No client is known for this request. Set the client on the request, then check again."));
        } else if (client.prospect()) {
            checks.add(Check.stop(name, client.displayName() + " is a prospect; nothing is written for them."));
        } else {
            checks.add(Check.pass(name, client.displayName() + " is a client of ours."));
        }
    }

    private void requester() {
        String name = "Requester";
        Asked.Requester requester = asked.requester();
        if (mayAsk(requester, client)) {
            checks.add(Check.pass(name, requester.address() + " may ask in the client's name."));
            return;
        }
        if (client != null && "AUTHORIZED_CONTACT".equals(requester.role())) {
            checks.add(Check.review(
                    name,
                    requester.address() + " is not an authorized contact of the client in the AMS any more. Ask the"
                            + " insured before you issue."));
            return;
        }
        String who = requester.address().isBlank() ? "The sender" : requester.address();
        checks.add(Check.review(
                name,
                who + " is not an authorized contact of the client. Ask the insured before you issue, and say in the"
                        + " note who agreed."));
    }

    /** True for somebody who may ask in the client's name; a mail counts only from an address that the AMS has now. */
    static boolean mayAsk(Asked.Requester requester, @Nullable Client client) {
        return client != null
                && "AUTHORIZED_CONTACT".equals(requester.role())
                && (!"EMAIL".equals(requester.channel())
                        || client.contacts().stream()
                                .filter(ClientContact::authorized)
                                .anyMatch(contact -> requester.address().equalsIgnoreCase(contact.email())));
    }

    private void coverage() {
        for (String line : PoliciesShown.missing(asked.shown().lines(), policies, today)) {
            String reason = PoliciesShown.last(line, policies)
                    .map(policy ->
                            "policy " + policy.number() + " is " + words(policy.status()) + " (" + term(policy) + ").")
                    .orElse("the client has no such policy.");
            checks.add(Check.stop(
                    Lines.title(line),
                    "Not in force today: " + reason + " Take the line off, or explain to the insured."));
        }
        if (shown.isEmpty()) {
            checks.add(Check.stop("Policies", "No liability policy of the client is in force today."));
        }
    }

    private void policy(String line, Policy policy) {
        String name = Lines.title(line) + " policy " + policy.number();
        if (policy.limits().getOrDefault(line, Map.of()).isEmpty()) {
            checks.add(Check.stop(
                    name,
                    "The AMS gives no limits for it. Read them from the policy, enter them under \"Limits from the policy"
                            + " itself\" (" + LimitFacts.keys(line) + ") and check again."));
        } else if (confirmed.shownFor(line, policy)) {
            checks.add(
                    Check.review(
                            name,
                            "Its limits were entered by a person because the AMS gives none. Compare them with the policy itself."));
        } else if (policy.status() == PolicyStatus.PENDING_CANCEL || policy.cancellationDate() != null) {
            LocalDate date = policy.cancellationDate();
            checks.add(Check.review(
                    name,
                    "It is pending cancellation" + (date == null ? "" : " effective " + DAY.format(date))
                            + ". Ask the carrier before anybody relies on it."));
        } else if (neededBy != null && neededBy.isAfter(today) && !policy.inForceOn(neededBy)) {
            checks.add(Check.review(
                    name,
                    "It ends before " + DAY.format(neededBy) + ", the day the certificate is needed (" + term(policy)
                            + "). The renewal may be the one to show."));
        } else if (policy.surplusLines()) {
            checks.add(Check.review(
                    name,
                    "It is a surplus lines policy of " + policy.carrierName()
                            + ". The wholesaler may have to issue the certificate."));
        } else {
            checks.add(Check.pass(name, "In force today, " + term(policy) + ", with " + policy.carrierName() + "."));
        }
    }

    private void namedInsured() {
        if (client == null || shown.isEmpty()) {
            return;
        }
        String dba = client.dba() == null ? "" : client.dba();
        List<String> others = shown.values().stream()
                .filter(policy -> !PartyNames.match(policy.namedInsured(), client.displayName())
                        && !PartyNames.match(policy.namedInsured(), dba))
                .map(policy -> policy.number() + " insures " + policy.namedInsured())
                .distinct()
                .toList();
        String name = "Named insured";
        if (!others.isEmpty()) {
            checks.add(Check.stop(
                    name,
                    String.join("; ", others) + ", the client is " + client.displayName()
                            + ". Take the policy off, or have the named insured endorsed."));
        } else if (!asked.insuredName().isBlank()
                && !PartyNames.match(asked.insuredName(), client.displayName())
                && !PartyNames.match(asked.insuredName(), dba)) {
            checks.add(Check.review(
                    name,
                    "The request names " + asked.insuredName() + ", the policies insure " + client.displayName()
                            + ". Make sure that it is the same insured."));
        } else {
            checks.add(Check.pass(name, client.displayName() + " on every policy shown."));
        }
    }

    private void limits() {
        String name = "Limits";
        if (!confirmed.unreadable().isEmpty()) {
            checks.add(Check.stop(
                    name,
                    "Not read as limits: " + String.join("; ", confirmed.unreadable())
                            + ". Write one a line, such as GL.eachOccurrence: 1,000,000."));
        }
        if (asked.limits().isEmpty()) {
            checks.add(Check.pass(name, "No minimum limits are asked for."));
            return;
        }
        for (String gap : decided.gaps()) {
            OptionalLong actual = LimitFacts.actual(gap, shown);
            checks.add(Check.review(
                    name,
                    LimitFacts.label(gap) + ": " + Money.print(asked.limits().getOrDefault(gap, 0L))
                            + " required, the policy has "
                            + (actual.isPresent() ? Money.print(actual.getAsLong()) : "none")
                            + ". Tell the insured; the certificate shows the actual limit."));
        }
        List<String> unknown = LimitFacts.notCompared(asked.limits());
        if (!unknown.isEmpty()) {
            checks.add(
                    Check.review(name, "Compare these by hand with the policy: " + String.join(", ", unknown) + "."));
        }
        if (decided.gaps().isEmpty() && unknown.isEmpty()) {
            checks.add(Check.pass(name, "Every limit asked for is met."));
        }
    }

    private void wording(String item, Support support) {
        WordingItem wording = WordingItem.parse(item);
        String name = "Wording: " + wording.wording().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (wording.line().isEmpty()
                        ? ""
                        : ", " + Lines.title(wording.line()).toLowerCase(Locale.ROOT));
        if (support.granted()) {
            checks.add(Check.pass(name, "Supported: " + support.reason() + "."));
        } else if (support.possible()) {
            checks.add(Check.review(
                    name,
                    "Supported if a contract requires it: " + support.reason()
                            + ". Confirm below that the contract is on file."));
        } else {
            checks.add(Check.stop(
                    name,
                    "Not supported: " + support.reason() + ". Take the wording off to issue the base certificate, and"
                            + " request the endorsement."));
        }
    }

    private void form() {
        String name = "Form";
        boolean altered = asked.flags().contains("ALTERED_FORM_REQUESTED");
        CertificateForm form = decided.chosen();
        if (form == CertificateForm.STATE_FORM || form.property() != asked.aboutProperty()) {
            checks.add(Check.stop(
                    name,
                    "The request needs a form that a state or public body prescribes, which is prepared by hand. Decline"
                            + " here, or send it from the AMS."));
        } else if (altered && !asked.standardFormOnly()) {
            checks.add(Check.stop(
                    name,
                    "The sender wants the text of the form changed. Nobody may change it. Tick that the unchanged form"
                            + " goes out, or decline."));
        } else {
            checks.add(Check.pass(
                    name,
                    altered
                            ? "The unchanged " + form.words() + " goes out."
                            : form.words().substring(0, 1).toUpperCase(Locale.ROOT)
                                    + form.words().substring(1) + "."));
        }
    }

    private void description() {
        String name = "Description";
        Asked.Shown text = asked.shown();
        if (!text.clause().isBlank() && clauses.choosable(text.clause()).isEmpty()) {
            checks.add(Check.stop(name, "There is no approved clause " + text.clause() + ". Choose one of the list."));
        } else if (text.freeText().length() > LONGEST_DESCRIPTION) {
            checks.add(Check.stop(
                    name,
                    "It is longer than " + LONGEST_DESCRIPTION
                            + " characters and does not fit on the page. Shorten it."));
        } else if (!text.freeText().isBlank()) {
            checks.add(
                    Check.review(name, "It holds free text. Make sure that it says nothing the policies do not say."));
        } else {
            checks.add(Check.pass(name, "Approved clauses only."));
        }
    }

    private void holder() {
        String name = "Certificate holder";
        Asked.Shown to = asked.shown();
        AdditionalInterest interest =
                asked.aboutProperty() ? PropertyShown.of(to, policies, today).interest() : null;
        if (interest != null && interest.address() != null) {
            checks.add(Check.pass(name, "As the policy has it: " + interest.name() + ", " + interest.address() + "."));
        } else if (to.holderName().isBlank()) {
            checks.add(Check.stop(name, "The holder's legal name is missing. Ask for it."));
        } else if (HolderAddress.parse(to.holderAddress()).isEmpty()) {
            checks.add(Check.stop(
                    name, "The holder's address needs street, city, state and ZIP code. Complete it or ask for it."));
        } else {
            checks.add(Check.pass(name, to.holderName() + ", " + to.holderAddress()));
        }
    }

    private void delivery() {
        String name = "Delivery";
        String address = asked.shown().deliverTo();
        if (address.isBlank()) {
            checks.add(Check.stop(name, "No e-mail address to deliver to is given. Enter one or ask for it."));
        } else if (!deliverable(address)) {
            checks.add(Check.stop(
                    name,
                    address + " is not an e-mail address. Enter one, or decline and upload the document by hand."));
        } else {
            checks.add(Check.pass(name, "By e-mail to " + address + "."));
        }
    }

    private static String term(Policy policy) {
        return DAY.format(policy.effective()) + " to " + DAY.format(policy.expiration());
    }

    private static String words(PolicyStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The checks one a line, worst first, for a person's form. */
    static String summary(List<Check> checks) {
        return checks.stream()
                .sorted(java.util.Comparator.comparing(Check::result).reversed())
                .map(check -> check.result() + "  " + check.name() + ": " + check.reason())
                .collect(Collectors.joining("\n"));
    }
}
