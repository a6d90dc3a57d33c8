package org.throughline.carrier.acordxml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.carrier.download.DownloadReader;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.UnreadableFile;
import org.throughline.platform.xml.XmlBroken;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;

/**
 * Reads what carriers send of their own: images of policies ({@code …PolicyFullImageNotify}, {@code PolicyNotify}), of claims
 * ({@code ClaimDownloadNotify}) and cancellations and reinstatements from billing ({@code BillingCancelReinstateNotify}). The
 * names are confirmed; they are taken with {@code Rq} behind them and without. A file is read as a stream. XML that is broken
 * at one place cannot be read on from there, so everything before it counts and the rest is said to be missing.
 */
@Component
class AcordNotifications implements DownloadReader {

    private static final Pattern BEGIN = Pattern.compile("<(\\w+:)?ACORD[\\s>]");
    private static final Pattern END = Pattern.compile("</(\\w+:)?ACORD\\s*>");
    private static final Pattern MESSAGE = Pattern.compile(
            "(\\w*PolicyFullImageNotify|PolicyNotify|ClaimDownloadNotify|BillingCancelReinstateNotify)(Rq)?");

    @Override
    public String format() {
        return "ACORD_XML";
    }

    @Override
    public boolean recognizes(String fileName, String start) {
        return BEGIN.matcher(start).find();
    }

    @Override
    public boolean isWhole(String end) {
        return END.matcher(end).find();
    }

    @Override
    public Reading read(Path file, Consumer<Downloaded> each) throws IOException, UnreadableFile {
        int[] count = {0};
        String problem = "";
        try (InputStream in = Files.newInputStream(file)) {
            XmlReading.each(in, XmlLimits.FILE, AcordNotifications::isMessage, message -> {
                count[0]++;
                each.accept(AcordNotification.read(message));
            });
        } catch (XmlBroken broken) {
            problem = "After " + count[0] + " transactions the file cannot be read on. " + broken.getMessage();
        }
        if (count[0] == 0) {
            throw new UnreadableFile(
                    problem.isEmpty() ? "The ACORD XML file holds no notification of a policy or a claim." : problem);
        }
        return new Reading(count[0], problem.isEmpty() ? List.of() : List.of(problem));
    }

    /** In the envelope or in a service of it. */
    private static boolean isMessage(List<String> path) {
        boolean inEnvelope = path.size() > 1 && path.size() <= 3 && path.get(0).equals("ACORD");
        return inEnvelope && MESSAGE.matcher(path.get(path.size() - 1)).matches();
    }
}
