package org.throughline.intake.portal.web;

import java.util.List;
import org.throughline.intake.portal.PortalSubmissions.Progress;

/**
 * What became of something sent, for the page's script.
 *
 * @param stage {@code waiting}, {@code person} or {@code open}
 * @param open true where there is nothing more to wait for
 */
record ProgressAnswer(String stage, boolean open, String words, List<String> requests, String copy) {

    static ProgressAnswer of(String itemId, Progress progress) {
        boolean open = !progress.requests().isEmpty();
        String stage = open ? "open" : progress.withAPerson() ? "person" : "waiting";
        return new ProgressAnswer(
                stage,
                open,
                words(itemId, progress),
                progress.requests(),
                open ? "A copy comes to your e-mail address in a few minutes." : "");
    }

    private static String words(String itemId, Progress progress) {
        if (progress.requests().size() > 1) {
            return "Your message became several requests:";
        }
        if (progress.requests().size() == 1) {
            return "Your request number is:";
        }
        return progress.withAPerson()
                ? "One of our people reads your message first. The request number comes by e-mail; until then, "
                        + itemId + " stands for it."
                : "We are opening your request. The number appears here in a moment; you may also close this page, we"
                        + " send it by e-mail.";
    }
}
