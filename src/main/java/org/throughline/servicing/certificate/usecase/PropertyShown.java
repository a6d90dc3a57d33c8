package org.throughline.servicing.certificate.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.carrier.PartyNames;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Premises;

/**
 * The one policy that a document about property shows, and what of it. A policy named in the request counts first, then
 * the address of the property, then a policy that has the holder as an interest.
 *
 * @param policy the policy; null where none is in force or several could be meant
 * @param candidates policies in force that could be meant
 * @param premises the buildings at the address asked for; all of the policy's where none is asked for or found
 * @param located true where an address is asked for and the policy insures it
 * @param interest how the policy names the holder; null where it does not
 */
record PropertyShown(
        @Nullable Policy policy,
        List<Policy> candidates,
        List<Premises> premises,
        boolean located,
        @Nullable AdditionalInterest interest) {

    private static final Set<String> IN_PROPERTY = Set.of("MORTGAGEE", "LOSS_PAYEE", "LIENHOLDER");

    static PropertyShown of(Asked.Shown shown, List<Policy> policies, LocalDate day) {
        Asked.Property asked = shown.property();
        List<Policy> held =
                policies.stream().filter(PropertyShown::insuresProperty).toList();
        List<Policy> named = held.stream()
                .filter(policy -> asked.policyNumbers().contains(policy.number()))
                .toList();
        List<Policy> meant = (named.isEmpty() ? held : named)
                .stream().filter(policy -> policy.inForceOn(day)).toList();
        meant = narrowed(meant, policy -> premises(policy).stream().anyMatch(each -> each.at(asked.location())));
        meant = narrowed(meant, policy -> interest(policy, shown.holderName()).isPresent());
        if (meant.size() != 1) {
            return new PropertyShown(null, meant, List.of(), false, null);
        }
        Policy policy = meant.get(0);
        List<Premises> all = premises(policy);
        List<Premises> there =
                all.stream().filter(each -> each.at(asked.location())).toList();
        return new PropertyShown(
                policy,
                meant,
                there.isEmpty() ? all : there,
                !there.isEmpty(),
                interest(policy, shown.holderName()).orElse(null));
    }

    /** The policy under the line whose coverages it shows; empty without a policy. */
    Map<String, Policy> byLine() {
        return policy == null ? Map.of() : Map.of(line(policy), policy);
    }

    boolean residential() {
        return policy != null && "HOME".equals(line(policy));
    }

    /** True where the holder has an interest in the property itself, as a lender has. */
    boolean lender() {
        return interest != null && IN_PROPERTY.contains(interest.nature());
    }

    static boolean insuresProperty(Policy policy) {
        return policy.limits().containsKey("HOME")
                || policy.limits().containsKey("PROPERTY")
                || policy.lines().contains("HOME")
                || policy.lines().contains("PROPERTY")
                || policy.lines().contains("BOP");
    }

    private static String line(Policy policy) {
        return policy.lines().contains("HOME") ? "HOME" : "PROPERTY";
    }

    private static List<Premises> premises(Policy policy) {
        return Premises.of(policy.limits().getOrDefault(line(policy), Map.of()));
    }

    private static Optional<AdditionalInterest> interest(Policy policy, String holder) {
        List<AdditionalInterest> holders = policy.additionalInterests().stream()
                .filter(interest -> PartyNames.sameLender(interest.name(), holder))
                .toList();
        return holders.stream()
                .filter(interest -> IN_PROPERTY.contains(interest.nature()))
                .findFirst()
                .or(() -> holders.stream().findFirst());
    }

    private static List<Policy> narrowed(List<Policy> policies, Predicate<Policy> fits) {
        List<Policy> fitting = policies.stream().filter(fits).toList();
        return fitting.isEmpty() ? policies : fitting;
    }
}
