package org.throughline.intake.feed;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The folder in which carriers leave their files. Beside it stand {@code done} for files taken in and {@code failed} for
 * those that cannot be read, each with a file that says why.
 *
 * @param directory the folder; without it no folder is watched
 * @param pollInterval pause between two looks
 * @param settle how long a file must stay as it is before it is read
 * @param patience the same for a download without its end, which is probably still on its way
 * @param downloadLimit size above which a download is not read
 * @param branches folders of the agencies beside the main one, by tenant
 */
@Validated
@ConfigurationProperties("throughline.intake.feed")
record FeedProperties(
        @Nullable Path directory,
        @NotNull @DefaultValue("1s") Duration pollInterval,
        @NotNull @DefaultValue("2s") Duration settle,
        @NotNull @DefaultValue("30s") Duration patience,
        @NotNull @DefaultValue("512MB") DataSize downloadLimit,
        @Valid @NotNull @DefaultValue Map<String, Folder> branches) {

    /** The folder of an agency, in a place of its own. */
    record Folder(@NotNull Path directory) {}
}
