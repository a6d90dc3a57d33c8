package org.throughline.sandbox.mail;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The flags a message can carry; each is one letter in the message's file name, as in Maildir. */
public enum MailFlag {
    SEEN("\\Seen", 'S'),
    ANSWERED("\\Answered", 'R'),
    FLAGGED("\\Flagged", 'F'),
    DELETED("\\Deleted", 'T'),
    DRAFT("\\Draft", 'D');

    private final String imapName;
    private final char letter;

    MailFlag(String imapName, char letter) {
        this.imapName = imapName;
        this.letter = letter;
    }

    /** The name on the wire, such as {@code \Seen}. */
    public String imapName() {
        return imapName;
    }

    /** The flag of that name on the wire; empty for keywords, which this server does not keep. */
    public static Optional<MailFlag> named(String imapName) {
        for (MailFlag flag : values()) {
            if (flag.imapName.equalsIgnoreCase(imapName)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    static String letters(Collection<MailFlag> flags) {
        StringBuilder letters = new StringBuilder();
        for (MailFlag flag : values()) {
            if (flags.contains(flag)) {
                letters.append(flag.letter);
            }
        }
        return letters.toString();
    }

    static Set<MailFlag> ofLetters(String letters) {
        Set<MailFlag> flags = EnumSet.noneOf(MailFlag.class);
        for (MailFlag flag : values()) {
            if (letters.indexOf(flag.letter) >= 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
