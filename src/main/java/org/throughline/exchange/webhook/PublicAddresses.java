package org.throughline.exchange.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the internet from those that mean something only here: our own machine, the network around it, or what
 * a cloud keeps its secrets behind. Somebody who may name an address must not reach those by us.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublicV4(bytes)
                : address instanceof Inet6Address && isPublicV6(bytes);
    }

    /** Without the blocks of RFC 6890 that are not of the internet. */
    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !shared && !assignments && !relay && !benchmarks && !examples;
    }

    /** Global unicast only, without the ways to wrap another address in it. */
    private static boolean isPublicV6(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean global = (first & 0xE0) == 0x20;
        boolean special = first == 0x20 && second == 0x01 && (bytes[2] & 0xFE) == 0;
        boolean documented = first == 0x20 && second == 0x01 && (bytes[2] & 0xFF) == 0x0D && (bytes[3] & 0xFF) == 0xB8;
        boolean sixToFour = first == 0x20 && second == 0x02;
        return global && !special && !documented && !sixToFour;
    }
}
