package org.throughline.sandbox.carrier.acordxml;

/** A message that is not dealt with, and why: {@code MsgStatusCd Error} with a code of the standard's list. */
class AcordRefusal extends RuntimeException {

    private final String code;
    private final String path;

    AcordRefusal(String code, String message) {
        this(code, message, "");
    }

    /** @param path of the element that is missing or wrong */
    AcordRefusal(String code, String message, String path) {
        super(message);
        this.code = code;
        this.path = path;
    }

    static AcordRefusal wrong(String path, String message) {
        return new AcordRefusal("DataError", message, path);
    }

    String code() {
        return code;
    }

    String path() {
        return path;
    }
}
