package org.throughline.sandbox.mail.imap;

/** A command that cannot be understood (BAD) or that cannot be carried out (NO); the connection goes on. */
final class BadCommand extends RuntimeException {

    private final String answer;

    private BadCommand(String answer, String message) {
        super(message);
        this.answer = answer;
    }

    static BadCommand bad(String message) {
        return new BadCommand("BAD", message);
    }

    static BadCommand no(String message) {
        return new BadCommand("NO", message);
    }

    String answer() {
        return answer;
    }
}
