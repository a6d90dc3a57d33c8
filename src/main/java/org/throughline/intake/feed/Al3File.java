package org.throughline.intake.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AL3 file taken apart: groups of fixed width, each with its code and its length in front, with or without line
 * breaks between them. Lines whose blanks at the end were cut, or whose length is not what they say, are read all the
 * same.
 *
 * @param complete false where the message trailer is missing
 */
record Al3File(List<Al3Transaction> transactions, boolean complete) {

    private static final Pattern HEAD = Pattern.compile("([1-9][A-Z][A-Z0-9]{2})(\\d{3})");
    private static final int HEAD_LENGTH = 7;
    private static final char END_OF_FILE = 0x1A;
    private static final String TRANSACTION = "2TRG";
    private static final String TRAILER = "3MTG";

    /** One group as it stands in the file. */
    record Group(String code, String text) {}

    static boolean looksLike(String start) {
        return start.startsWith("1MHG") || start.startsWith(TRANSACTION);
    }

    /** True where the end of a file holds the trailer that says it is whole. */
    static boolean isWhole(String end) {
        return end.contains(TRAILER);
    }

    /**
     * Reads a file; its characters are bytes.
     *
     * @throws UnreadableFile if it holds something else than groups, or no transaction
     */
    static Al3File parse(String file) throws UnreadableFile {
        List<Al3Transaction> transactions = new ArrayList<>();
        List<Group> current = new ArrayList<>();
        boolean complete = false;
        int at = skipBreaks(file, 0);
        while (at < file.length()) {
            int end = end(file, at);
            Group group = new Group(file.substring(at, at + 4), file.substring(at, end));
            boolean trailer = group.code().equals(TRAILER);
            if (trailer || group.code().equals(TRANSACTION)) {
                finish(current, transactions);
            }
            complete = trailer;
            if (group.code().equals(TRANSACTION) || (!current.isEmpty() && !trailer)) {
                current.add(group);
            }
            at = skipBreaks(file, end);
        }
        finish(current, transactions);
        if (transactions.isEmpty()) {
            throw new UnreadableFile("The AL3 file holds no transaction (group 2TRG).");
        }
        return new Al3File(transactions, complete);
    }

    private static void finish(List<Group> current, List<Al3Transaction> transactions) {
        if (!current.isEmpty()) {
            transactions.add(new Al3Transaction(List.copyOf(current)));
            current.clear();
        }
    }

    private static int end(String file, int at) throws UnreadableFile {
        Matcher head = HEAD.matcher(file).region(at, Math.min(file.length(), at + HEAD_LENGTH));
        if (!head.lookingAt()) {
            String found = file.substring(at, Math.min(file.length(), at + HEAD_LENGTH));
            throw new UnreadableFile(
                    "At position " + at + " of the AL3 file stands \"" + found + "\" where a group has to begin.");
        }
        int length = Math.max(HEAD_LENGTH, Integer.parseInt(head.group(2)));
        int declared = Math.min(file.length(), at + length);
        int line = lineEnd(file, at, declared);
        if (line < declared || declared == file.length() || isBreak(file.charAt(declared))) {
            return line;
        }
        int next = Math.min(file.length(), declared + HEAD_LENGTH);
        boolean groupFollows = HEAD.matcher(file).region(declared, next).lookingAt();
        return groupFollows ? declared : lineEnd(file, declared, file.length());
    }

    private static int lineEnd(String file, int from, int to) {
        int at = from;
        while (at < to && !isBreak(file.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBreaks(String file, int from) {
        int at = from;
        while (at < file.length() && isBreak(file.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBreak(char c) {
        return c == '\r' || c == '\n' || c == END_OF_FILE;
    }
}
