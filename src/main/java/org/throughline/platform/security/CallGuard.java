package org.throughline.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** Narrows what some callers may call; everybody whom no guard knows goes by roles and the engine's authorizations alone. */
public interface CallGuard {

    /** False to refuse the call. */
    boolean allows(Caller caller, HttpServletRequest request);
}
