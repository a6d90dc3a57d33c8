package org.throughline.staff.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseCheck.Path;
import org.throughline.staff.RefusedAttempts;

/**
 * Stands outside of every command and its transaction. What the gate refused inside is kept here, after the rollback, and
 * handed on in the gate's own words: the engine wraps what a listener throws into a message of its own, with a code that
 * means nothing to a person in Tasklist. Commands that move a request past its steps are for administrators only.
 */
class LicenseBarrier extends CommandInterceptor {

    private static final String FOR_ADMINISTRATORS = "Only an administrator may move a request past its steps.";

    private final RefusedAttempts attempts;
    private final Supplier<IdentityService> identity;
    private final Clock clock;

    LicenseBarrier(RefusedAttempts attempts, Supplier<IdentityService> identity, Clock clock) {
        this.attempts = attempts;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        if (outermost && Repairs.is(command)) {
            checkRepair(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            Optional<LicenseRefused> refused = refusal(failed);
            if (refused.isEmpty()) {
                throw failed;
            }
            if (outermost) {
                attempts.keep(refused.get().attempt());
            }
            throw refused.get();
        }
    }

    private void checkRepair(Command<?> command) {
        @Nullable Authentication caller = identity.get().getCurrentAuthentication();
        boolean administrator = caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(Groups.OPERATON_ADMIN);
        if (administrator) {
            return;
        }
        attempts.keep(new LicenseCheck(
                OffsetDateTime.now(clock),
                caller == null || caller.getUserId() == null ? LicenseDesk.NOBODY : caller.getUserId(),
                Path.MODIFY,
                "",
                "",
                command.getClass().getSimpleName(),
                null,
                null,
                "",
                null,
                Outcome.REFUSED,
                "",
                FOR_ADMINISTRATORS));
        throw new AuthorizationException(FOR_ADMINISTRATORS);
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
