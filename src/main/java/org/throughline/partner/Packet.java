package org.throughline.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a partner sees of a request: what the work needs and nothing else. Personal numbers are masked.
 *
 * @param facts by name, such as {@code policyNumbers}; those that the request does not have are missing
 * @param instructions what to do, from the agency's table
 * @param text the requester's own words for this work
 * @param files files of the requester that go along
 * @param withheld how many files of the requester stay with the agency
 */
public record Packet(
        Map<String, String> facts,
        String instructions,
        @Nullable String text,
        List<PacketFile> files,
        int withheld) {

    /** A fact that the packet names. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** A file of the requester, without its bytes. */
    public record PacketFile(String id, String filename, String contentType, long size) {}
}
