package org.throughline.sandbox.mail;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** File operations after which the content is on the disk and not only in the system's memory. */
final class Disk {

    private Disk() {}

    /** Replaces a small file in one step. */
    static void write(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, content, StandardCharsets.UTF_8);
        sync(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectoryOf(file);
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a complete file a second name; copies it where the file system knows no links. */
    static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException noLinks) {
            Path copy = target.resolveSibling(target.getFileName() + ".next");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            sync(copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        }
        syncDirectoryOf(target);
    }

    /** Only systems that open a directory as a file can be asked to write it through. */
    private static void syncDirectoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
