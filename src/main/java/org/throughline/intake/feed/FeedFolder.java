package org.throughline.intake.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.carrier.download.UnreadableFile;

/**
 * A folder in which files arrive. A file is read when it has stayed as it is for a while, and moved away when it is
 * committed: killed in between, it is read again and adds nothing. A file that fails for a reason of ours stays, is
 * tried again later and holds up nobody.
 */
final class FeedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFolder.class);
    private static final Pattern ON_ITS_WAY = Pattern.compile("(?i)^\\..*|.*(\\.(tmp|part|partial|filepart|swp)|~)$");
    private static final Duration LATER = Duration.ofMinutes(1);

    private final FeedReader reader;
    private final Path in;
    private final Path done;
    private final Path failed;
    private final Duration settle;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<Path, Seen> seen = new HashMap<>();

    FeedFolder(FeedReader reader, Path directory, FeedProperties properties, LongSupplier nanoTime) {
        this.reader = reader;
        this.in = directory.toAbsolutePath().normalize();
        this.done = in.resolveSibling("done");
        this.failed = in.resolveSibling("failed");
        this.settle = properties.settle();
        this.patience = properties.patience();
        this.nanoTime = nanoTime;
    }

    /** A file's outside, and since when it has been so. */
    private record Seen(long size, FileTime changed, long since) {

        boolean sameAs(Seen other) {
            return size == other.size && changed.equals(other.changed);
        }
    }

    /**
     * Looks once and takes in what is ready.
     *
     * @return number of files that left the folder
     * @throws IOException if the folders themselves cannot be used
     */
    int look() throws IOException {
        Files.createDirectories(in);
        Files.createDirectories(done);
        Files.createDirectories(failed);
        List<Path> present = files();
        seen.keySet().retainAll(present);
        int left = 0;
        for (Path file : present) {
            try {
                if (isReady(file) && takeIn(file)) {
                    left++;
                }
            } catch (NoSuchFileException takenByAnotherNode) {
                LOG.debug("{} is gone", file);
            } catch (IOException | RuntimeException ours) {
                LOG.error("Feed file {} could not be taken in and stays for later", file, ours);
                seen.put(file, outside(file, nanoTime.getAsLong() + LATER.toNanos()));
            }
        }
        return left;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
            for (Path entry : entries) {
                boolean whole = !ON_ITS_WAY.matcher(name(entry)).matches();
                if (whole && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private boolean isReady(Path file) throws IOException {
        long now = nanoTime.getAsLong();
        Seen current = outside(file, now);
        Seen before = seen.get(file);
        if (before == null || !before.sameAs(current)) {
            seen.put(file, current);
            return false;
        }
        long rested = now - before.since();
        return rested >= settle.toNanos() && (rested >= patience.toNanos() || reader.looksWhole(file));
    }

    private static Seen outside(Path file, long since) throws IOException {
        return new Seen(Files.size(file), Files.getLastModifiedTime(file), since);
    }

    private boolean takeIn(Path file) throws IOException {
        try {
            reader.takeIn(file);
        } catch (UnreadableFile unreadable) {
            LOG.warn("Feed file {} cannot be read: {}", file, unreadable.why());
            reader.refuse(file, unreadable);
            Path target = free(failed, name(file));
            Files.writeString(
                    target.resolveSibling(name(target) + ".reason.txt"),
                    unreadable.why() + "\n",
                    StandardCharsets.UTF_8);
            Files.move(file, target);
            return true;
        }
        Seen before = Objects.requireNonNull(seen.get(file), "only a file seen before is ready");
        if (!before.sameAs(outside(file, 0))) {
            LOG.info("Feed file {} has grown while it was read; it is read again", file);
            return false;
        }
        Files.move(file, free(done, name(file)));
        return true;
    }

    /** The same name again gets a number. */
    private static Path free(Path folder, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
        Path target = folder.resolve(name);
        for (int number = 2; Files.exists(target); number++) {
            target = folder.resolve(stem + "-" + number + ending);
        }
        return target;
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }
}
