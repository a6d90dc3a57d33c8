package org.throughline.servicing.certificate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One insured building or home with what the policy says of it.
 *
 * @param number its place on the policy, from 1
 * @param facts amounts in whole dollars and terms in words, named as in {@code Policy.limits}
 */
public record Premises(int number, String location, String description, Map<String, String> facts) {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\.(.+)");

    /** The premises of a policy's limits for one line; several stand there as {@code 1.building}, {@code 2.building}. */
    public static List<Premises> of(Map<String, String> limits) {
        Map<Integer, Map<String, String>> byNumber = new TreeMap<>();
        limits.forEach((name, value) -> {
            Matcher numbered = NUMBERED.matcher(name);
            boolean several = numbered.matches();
            byNumber.computeIfAbsent(several ? Integer.parseInt(numbered.group(1)) : 1, any -> new LinkedHashMap<>())
                    .put(several ? numbered.group(2) : name, value);
        });
        List<Premises> premises = new ArrayList<>();
        byNumber.forEach((number, facts) -> premises.add(new Premises(
                number, facts.getOrDefault("location", ""), facts.getOrDefault("description", ""), Map.copyOf(facts))));
        return premises;
    }

    /** What the policy says under a name, or empty. */
    public String fact(String name) {
        return facts.getOrDefault(name, "").strip();
    }

    /** True where an address as people write it, {@code 701-705 Foundry St, Dayton}, is or contains this one. */
    public boolean at(String address) {
        List<StreetAddress> own = StreetAddress.in(location);
        return !own.isEmpty() && StreetAddress.in(address).stream().anyMatch(asked -> asked.contains(own.get(0)));
    }
}
