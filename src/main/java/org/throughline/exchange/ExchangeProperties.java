package org.throughline.exchange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large the files may be that somebody imports.
 *
 * @param fileLimit of the file itself
 * @param unpackedLimit of everything inside an XLSX file, which is a packed one
 * @param rowLimit rows of one file of clients or policies
 * @param openWorkLimit rows of one file of open work, each of which becomes a request
 */
@Validated
@ConfigurationProperties("throughline.exchange")
public record ExchangeProperties(
        @NotNull @DefaultValue("10MB") DataSize fileLimit,
        @NotNull @DefaultValue("200MB") DataSize unpackedLimit,
        @Min(1) @Max(500_000) @DefaultValue("50000") int rowLimit,
        @Min(1) @Max(50_000) @DefaultValue("2000") int openWorkLimit) {

    /** The most rows that a file of this kind may have. */
    public int rows(ExchangeKind kind) {
        return kind == ExchangeKind.OPEN_WORK ? openWorkLimit : rowLimit;
    }
}
