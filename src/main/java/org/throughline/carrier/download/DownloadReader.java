package org.throughline.carrier.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads files of one format that carriers send; a bean for each format. */
public interface DownloadReader {

    /** How many characters of a file's start and end a reader gets to see before it reads the file. */
    int GLIMPSE = 4096;

    /** Name of the format as people and flags name it, in capitals: AL3, ACORD_XML. */
    String format();

    /**
     * True where a file is of this format.
     *
     * @param fileName without folders
     * @param start the file's first bytes, a character each (ISO 8859-1)
     */
    boolean recognizes(String fileName, String start);

    /** False where a file that ends like this looks as if the rest of it were still to come; characters are bytes. */
    boolean isWhole(String end);

    /**
     * Reads a file and hands over each transaction as soon as it is read; a file may hold tens of thousands. What cannot
     * be read is left out, said in the answer, and holds up nothing behind it.
     *
     * @throws UnreadableFile if no transaction could be read in it
     */
    Reading read(Path file, Consumer<Downloaded> each) throws IOException, UnreadableFile;

    /**
     * How the reading went.
     *
     * @param transactions number of those handed over
     * @param problems what could not be read, a sentence each, at most {@value #MOST_PROBLEMS}
     */
    record Reading(int transactions, List<String> problems) {

        public static final int MOST_PROBLEMS = 20;

        public Reading {
            problems = List.copyOf(problems);
        }
    }
}
