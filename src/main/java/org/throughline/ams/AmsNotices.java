package org.throughline.ams;

/**
 * What an agency management system tells of by itself. A notice brings a token, by which it is known whose it is; a bean of
 * the adapters whose vendor calls back.
 */
public interface AmsNotices {

    /** Whether a token was set for the connection; without one nothing is taken. */
    boolean isSetUp();

    /** Whether this is the token that was set. */
    boolean isToken(String token);

    /**
     * Takes a notice, which is safe once this returns.
     *
     * @throws org.springframework.web.server.ResponseStatusException when it cannot be read
     */
    void take(byte[] body);
}
