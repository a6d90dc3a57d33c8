package org.throughline.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Decodes Base64 that is unpadded, padded in its middle or mixed with foreign characters, which are skipped. */
final class LenientBase64 extends InputStream {

    private static final byte[] VALUES = values();

    private final InputStream in;
    private int bits;
    private int collected;

    LenientBase64(InputStream in) {
        this.in = in;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        java.util.Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }

    static boolean isDigit(int c) {
        return c >= 0 && c < 256 && VALUES[c] >= 0;
    }

    static byte[] decode(String text) {
        try (InputStream in = new LenientBase64(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int c = in.read();
            if (c < 0) {
                return -1;
            }
            if (c == '=') {
                collected = 0;
                bits = 0;
            } else if (VALUES[c] >= 0) {
                bits = ((bits << 6) | VALUES[c]) & 0xFFFFFF;
                collected += 6;
                if (collected >= 8) {
                    collected -= 8;
                    return (bits >> collected) & 0xFF;
                }
            }
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int next = read();
            if (next < 0) {
                return i == 0 ? -1 : i;
            }
            buffer[offset + i] = (byte) next;
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
