package org.throughline.carrier.download.al3;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.carrier.download.DownloadReader;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.UnreadableFile;

/** Reads AL3 files as a stream; a transaction with something unreadable in it is left out as a whole. */
@Component
public class Al3Reader implements DownloadReader {

    @Override
    public String format() {
        return "AL3";
    }

    @Override
    public boolean recognizes(String fileName, String start) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".al3")
                || start.startsWith("1MHG")
                || start.startsWith(Group.TRANSACTION);
    }

    @Override
    public boolean isWhole(String end) {
        return end.contains(Group.TRAILER);
    }

    @Override
    public Reading read(Path file, Consumer<Downloaded> each) throws IOException, UnreadableFile {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return new Pass(new Groups(in), each).read();
        }
    }

    /** One pass through a file. */
    private static final class Pass {

        private final Groups groups;
        private final Consumer<Downloaded> each;
        private final List<Group> current = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int transactions;

        private Pass(Groups groups, Consumer<Downloaded> each) {
            this.groups = groups;
            this.each = each;
        }

        private Reading read() throws IOException, UnreadableFile {
            boolean more = true;
            while (more) {
                more = step();
            }
            if (transactions == 0) {
                throw new UnreadableFile(
                        problems.isEmpty()
                                ? "The AL3 file holds no transaction (group 2TRG)."
                                : String.join("\n", problems));
            }
            return new Reading(transactions, problems);
        }

        private boolean step() throws IOException {
            try {
                Group group = groups.next();
                take(group);
                return group != null;
            } catch (Groups.Garbled garbled) {
                if (problems.size() < Reading.MOST_PROBLEMS) {
                    problems.add(garbled.getMessage() + leftOut());
                }
                current.clear();
                groups.resume();
                return true;
            }
        }

        private void take(@Nullable Group group) {
            boolean trailer = group != null && group.is(Group.TRAILER);
            if (group == null || trailer || group.is(Group.TRANSACTION)) {
                finish(group != null);
            }
            if (group != null && !trailer && (group.is(Group.TRANSACTION) || !current.isEmpty())) {
                current.add(group);
            }
        }

        private void finish(boolean whole) {
            if (!current.isEmpty()) {
                transactions++;
                each.accept(new Al3Transaction(current).read(whole));
                current.clear();
            }
        }

        private String leftOut() {
            if (current.isEmpty()) {
                return "";
            }
            String number = new Al3Transaction(current).value(Layout.NUMBER);
            return " The transaction " + (number.isEmpty() ? "" : "on policy " + number + " ") + "was left out.";
        }
    }
}
