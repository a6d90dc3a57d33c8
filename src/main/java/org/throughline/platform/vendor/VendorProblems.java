package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** Reads a vendor's own error document, for vendors whose errors say more than their status. */
@FunctionalInterface
public interface VendorProblems {

    /**
     * The exception that an error stands for, or null where the status alone says enough. Refused logins and requests for
     * patience never come here.
     */
    @Nullable
    RuntimeException read(Problem problem);

    /**
     * An error as it came.
     *
     * @param method of the request, such as {@code POST}
     * @param call vendor and call, for messages
     */
    record Problem(int status, String method, String call, String body) {}
}
