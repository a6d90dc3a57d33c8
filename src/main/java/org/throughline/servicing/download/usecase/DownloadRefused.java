package org.throughline.servicing.download.usecase;

/** What a person decided about a download cannot be carried out; the message says why, for that person. */
public final class DownloadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DownloadRefused(String message) {
        super(message);
    }
}
