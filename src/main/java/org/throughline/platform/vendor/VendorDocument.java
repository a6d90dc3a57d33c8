package org.throughline.platform.vendor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer as bytes, for documents that say themselves how they are encoded, such as XML. Declared as the result
 * of a call. An answer of more than {@link #LONGEST} bytes is no answer but {@link VendorContractBroken}.
 *
 * @param contentType as the vendor names it, empty where it names none
 */
public record VendorDocument(String contentType, byte[] bytes) {

    /** 16 MiB. */
    public static final int LONGEST = 16 << 20;

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    /** The media type in lower case, without parameters. */
    public String mediaType() {
        return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The character set that the content type names, null where it names none. */
    public @Nullable String charset() {
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : null;
    }
}
