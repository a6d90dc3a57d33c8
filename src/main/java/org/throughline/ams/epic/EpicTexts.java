package org.throughline.ams.epic;

import org.throughline.ams.AmsTags;
import org.throughline.platform.ledger.OutboundWrite;

/** Texts of limited length that end in our reference. */
final class EpicTexts {

    private EpicTexts() {}

    /** The text and our reference in at most so many characters; the text is cut, the reference never. */
    static String tagged(String text, OutboundWrite write, int length) {
        String tag = " " + AmsTags.tag(write);
        String one = text.strip().replaceAll("\\s+", " ");
        int room = length - tag.length();
        return (one.length() <= room ? one : one.substring(0, room).strip()) + tag;
    }
}
