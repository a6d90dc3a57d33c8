package org.throughline.staff.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Hands the gate's own words to whoever asked. The engine wraps what a listener throws into a message of its own, with a
 * code that means nothing to a person in Tasklist; outside of everything else, this takes the wrapping off again.
 */
class PlainRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            Optional<LicenseRefused> refused = refusal(failed);
            if (refused.isPresent()) {
                throw refused.get();
            }
            throw failed;
        }
    }

    private static Optional<LicenseRefused> refusal(RuntimeException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LicenseRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
