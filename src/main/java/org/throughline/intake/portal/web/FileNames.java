package org.throughline.intake.portal.web;

import org.springframework.web.multipart.MultipartFile;

/** Names of files as a browser sends them: some send a whole path, and any may send anything. */
final class FileNames {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int LONGEST = 200;

    private FileNames() {}

    /** The name alone, short, without control characters; {@code file} where there is none. */
    static String shown(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : String.valueOf(file.getOriginalFilename());
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
    }

    static String size(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    /** True where a form's file field was left empty. */
    static boolean isNone(MultipartFile file) {
        return file.isEmpty()
                && (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isBlank());
    }
}
