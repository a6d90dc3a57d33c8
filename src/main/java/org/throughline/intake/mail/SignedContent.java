package org.throughline.intake.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The message in an opaque S/MIME signature (RFC 8551, application/pkcs7-mime). Only the wrapping is read; whether the
 * signature is good is for a mail program to say.
 */
final class SignedContent {

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};
    private static final int DEEPEST = 12;

    private final byte[] ber;

    private SignedContent(byte[] ber) {
        this.ber = ber;
    }

    /** One element: where its content begins and ends, and where the next one begins. */
    private record Element(int tag, int start, int end, int next) {}

    private static final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The signed bytes, or empty where this is something else, such as an encrypted message. */
    static Optional<byte[]> of(byte[] ber) {
        try {
            return new SignedContent(ber).content();
        } catch (NotReadable | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> content() {
        Element info = element(0, 0);
        Element type = element(info.start(), 0);
        if (!Arrays.equals(Arrays.copyOfRange(ber, type.start(), type.end()), SIGNED_DATA)) {
            return Optional.empty();
        }
        Element signedData = element(element(type.next(), 0).start(), 0);
        Element version = element(signedData.start(), 0);
        Element digests = element(version.next(), 0);
        Element encapsulated = element(digests.next(), 0);
        Element contentType = element(encapsulated.start(), 0);
        if (contentType.next() >= encapsulated.end()) {
            return Optional.empty();
        }
        Element explicit = element(contentType.next(), 0);
        if (explicit.tag() != 0xA0) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        octets(element(explicit.start(), 0), content, 0);
        return Optional.of(content.toByteArray());
    }

    /** An octet string may be cut into several. */
    private void octets(Element element, ByteArrayOutputStream content, int depth) {
        if (depth > DEEPEST) {
            throw new NotReadable();
        }
        if ((element.tag() & 0x20) == 0) {
            content.write(ber, element.start(), element.end() - element.start());
            return;
        }
        int at = element.start();
        while (at < element.end()) {
            Element piece = element(at, depth);
            octets(piece, content, depth + 1);
            at = piece.next();
        }
    }

    private Element element(int at, int depth) {
        if (depth > DEEPEST || at + 1 >= ber.length) {
            throw new NotReadable();
        }
        int tag = ber[at] & 0xFF;
        int length = ber[at + 1] & 0xFF;
        int start = at + 2;
        if (length == 0x80) {
            int end = start;
            while (ber[end] != 0 || ber[end + 1] != 0) {
                end = element(end, depth + 1).next();
            }
            return new Element(tag, start, end, end + 2);
        }
        if (length > 0x80) {
            int bytes = length & 0x7F;
            if (bytes > 4) {
                throw new NotReadable();
            }
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                value = value << 8 | (ber[start + i] & 0xFF);
            }
            start += bytes;
            if (value > ber.length - start) {
                throw new NotReadable();
            }
            length = (int) value;
        }
        if (start + length > ber.length) {
            throw new NotReadable();
        }
        return new Element(tag, start, start + length, start + length);
    }
}
