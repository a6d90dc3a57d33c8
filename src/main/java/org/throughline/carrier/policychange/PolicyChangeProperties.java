package org.throughline.carrier.policychange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * The carriers that are reached over this interface.
 *
 * @param connections by the carrier's code
 */
@Validated
@ConfigurationProperties("throughline.carriers.policy-change")
record PolicyChangeProperties(@DefaultValue @NotNull Map<String, @Valid Connection> connections) {

    /**
     * One carrier's system. The vendor has no host of its own: each carrier runs it and makes the resources of its lines
     * from its own products.
     *
     * @param baseUrl up to and with {@code /rest}
     * @param tokenUrl where tokens are bought with client id and secret
     * @param scope scopes to ask for, separated by spaces; none where it is not given
     * @param referenceAttribute attribute of jobs and claims that takes our reference and gives it back; default {@code
     *     description}
     * @param lines the carrier's ids of lines by our line codes, where they differ from the usual ones
     * @param reasons the carrier's typecodes by our reasons for a cancellation; {@code cancel} for any other
     * @param reinstateCode the carrier's typecode for a reinstatement; default {@code payment}
     * @param connectTimeout default two seconds
     * @param readTimeout after this long without an answer the outcome is unknown; default ten seconds
     * @param breakerWait how long an open circuit breaker keeps calls back; default three seconds
     * @param callsPerSecond the most that is sent; no limit of ours where it is not given
     */
    record Connection(
            @NotNull URI baseUrl,
            @NotNull URI tokenUrl,
            @NotBlank String clientId,
            @NotBlank String clientSecret,
            @Nullable String scope,
            @DefaultValue("description") @NotBlank String referenceAttribute,
            @DefaultValue @NotNull Map<String, String> lines,
            @DefaultValue @NotNull Map<String, String> reasons,
            @DefaultValue("payment") @NotBlank String reinstateCode,
            @DefaultValue("2s") @NotNull Duration connectTimeout,
            @DefaultValue("10s") @NotNull Duration readTimeout,
            @DefaultValue("3s") @NotNull Duration breakerWait,
            @Nullable Integer callsPerSecond) {

        private static final Map<String, String> USUAL = Map.ofEntries(
                Map.entry("GL", "GLLine"),
                Map.entry("AUTO", "BusinessAutoLine"),
                Map.entry("PERSONAL_AUTO", "PersonalAutoLine"),
                Map.entry("HOME", "HomeownersLine"),
                Map.entry("WC", "WorkersCompLine"),
                Map.entry("UMBRELLA", "UmbrellaLine"),
                Map.entry("PERSONAL_UMBRELLA", "PersonalUmbrellaLine"),
                Map.entry("PROPERTY", "CPLine"),
                Map.entry("BOP", "BOPLine"),
                Map.entry("CARGO", "IMLine"),
                Map.entry("EO", "ProfessionalLine"),
                Map.entry("DO", "DirectorsOfficersLine"));

        VendorSettings vendor() {
            return at(baseUrl);
        }

        VendorSettings at(URI url) {
            return new VendorSettings(url, connectTimeout, readTimeout, breakerWait, callsPerSecond);
        }

        /** The carrier's id of a line. */
        String lineId(String line) {
            String own = lines.get(line);
            return own == null ? USUAL.getOrDefault(line, line + "Line") : own;
        }

        /** Our code of a line; the carrier's id where it is not known. */
        String lineCode(String id) {
            return lines.entrySet().stream()
                    .filter(line -> line.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> USUAL.entrySet().stream()
                            .filter(line -> line.getValue().equals(id))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(id));
        }
    }
}
