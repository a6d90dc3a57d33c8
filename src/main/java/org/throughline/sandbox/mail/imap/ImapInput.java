package org.throughline.sandbox.mail.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads commands with their arguments; literals beyond a few kilobytes go to a file. */
final class ImapInput {

    /** A command as it came. */
    record Command(String tag, String name, List<Arg> args) {

        Arg arg(int index) {
            if (index >= args.size()) {
                throw BadCommand.bad("Missing argument");
            }
            return args.get(index);
        }
    }

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int DEEPEST_LIST = 20;
    private static final int LARGEST_IN_MEMORY = 16 * 1024;
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,18})}");

    private final InputStream in;
    private final ImapOutput out;
    private final Supplier<Path> newFile;
    private final long largest;
    private final StringBuilder unfinished = new StringBuilder();
    private String line = "";
    private int position;

    ImapInput(InputStream in, ImapOutput out, Supplier<Path> newFile, long largest) {
        this.in = in;
        this.out = out;
        this.newFile = newFile;
        this.largest = largest;
    }

    /** Reads a line without its end. A time-out leaves what came so far for the next call. */
    String readLine() throws IOException {
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The client went away");
            }
            if (unfinished.length() >= LONGEST_LINE) {
                throw new IOException("The client sent a line that does not end");
            }
            unfinished.append((char) c);
        }
        int end = unfinished.length();
        if (end > 0 && unfinished.charAt(end - 1) == '\r') {
            end--;
        }
        String read = unfinished.substring(0, end);
        unfinished.setLength(0);
        return read;
    }

    /** The tag of the command on its way, for the answer if the rest cannot be read. */
    String startCommand() throws IOException {
        line = readLine();
        position = 0;
        String tag = atom();
        return tag.isEmpty() ? "*" : tag;
    }

    Command readCommand(String tag) throws IOException {
        skipSpaces();
        String name = atom().toUpperCase(Locale.ROOT);
        List<Arg> args = list(0);
        if (position < line.length()) {
            throw BadCommand.bad("Unexpected closing parenthesis");
        }
        return new Command(tag, name, args);
    }

    /** Reads arguments to the end of the line, or to the closing parenthesis of an inner list. */
    private List<Arg> list(int depth) throws IOException {
        if (depth > DEEPEST_LIST) {
            throw BadCommand.bad("Too many parentheses");
        }
        List<Arg> args = new ArrayList<>();
        for (skipSpaces(); position < line.length() && line.charAt(position) != ')'; skipSpaces()) {
            char next = line.charAt(position);
            if (next == '(') {
                position++;
                args.add(Arg.list(list(depth + 1)));
                if (position >= line.length()) {
                    throw BadCommand.bad("Missing closing parenthesis");
                }
                position++;
            } else if (next == '"') {
                args.add(Arg.text(quoted()));
            } else if (next == '{') {
                args.add(literal());
            } else {
                args.add(Arg.text(atom()));
            }
        }
        return args;
    }

    private void skipSpaces() {
        while (position < line.length() && line.charAt(position) == ' ') {
            position++;
        }
    }

    /** An atom; brackets, as in {@code BODY[HEADER.FIELDS (DATE)]}, belong to it with all that is in them. */
    private String atom() {
        int start = position;
        boolean inBrackets = false;
        while (position < line.length()) {
            char c = line.charAt(position);
            if (!inBrackets && (c == ' ' || c == '(' || c == ')')) {
                break;
            }
            if (c == '[') {
                inBrackets = true;
            } else if (c == ']') {
                inBrackets = false;
            }
            position++;
        }
        return line.substring(start, position);
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (position++; position < line.length(); position++) {
            char c = line.charAt(position);
            if (c == '"') {
                position++;
                return text.toString();
            }
            if (c == '\\' && position + 1 < line.length()) {
                position++;
            }
            text.append(line.charAt(position));
        }
        throw BadCommand.bad("Missing closing quotation mark");
    }

    private Arg literal() throws IOException {
        Matcher announced = LITERAL.matcher(line.substring(position));
        if (!announced.matches()) {
            throw BadCommand.bad("Not a literal");
        }
        long size = Long.parseLong(announced.group(1));
        if (size > largest) {
            throw BadCommand.no("[TOOBIG] The message is larger than " + largest + " bytes");
        }
        out.line("+ Go ahead");
        out.flush();
        Arg arg = size > LARGEST_IN_MEMORY ? Arg.file(toFile(size)) : Arg.text(toText((int) size));
        line = readLine();
        position = 0;
        return arg;
    }

    private String toText(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("The client went away");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Path toFile(long size) throws IOException {
        Path file = newFile.get();
        byte[] buffer = new byte[LARGEST_IN_MEMORY];
        try (OutputStream target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("The client went away");
                }
                target.write(buffer, 0, read);
                left -= read;
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return file;
    }
}
