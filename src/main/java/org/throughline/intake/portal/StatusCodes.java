package org.throughline.intake.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.throughline.intake.portal.PortalAccess.Code;
import org.throughline.intake.portal.PortalAccess.Visit;
import org.throughline.platform.AgencyScope;

/**
 * Lets whoever reads the mail of the address that opened a request see the request. Neither an answer nor the time it takes
 * says whether there is such a request: the look-up and the mail come after the answer, on a thread of their own.
 */
@Component
public class StatusCodes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StatusCodes.class);
    private static final int LONGEST_QUEUE = 200;

    private final RequestStatuses requests;
    private final PortalAccess access;
    private final CodeMail mail;
    private final Secrets secrets;
    private final PortalProperties properties;
    private final Clock clock;
    private final ThreadPoolExecutor sender =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(LONGEST_QUEUE), task -> {
                Thread thread = new Thread(task, "portal-codes");
                thread.setDaemon(true);
                return thread;
            });

    StatusCodes(
            RequestStatuses requests,
            PortalAccess access,
            CodeMail mail,
            Secrets secrets,
            PortalProperties properties,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.mail = mail;
        this.secrets = secrets;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Sends a code if the request was opened by this address, soon after the call.
     *
     * @return false where too many ask at the same time for anybody to be served
     */
    public boolean ask(String requestNumber, String address) {
        try {
            sender.execute(AgencyScope.carried(() -> send(new Visit(requestNumber, address))));
            return true;
        } catch (RejectedExecutionException busy) {
            LOG.warn("More codes are asked for than can be sent: {}", busy.getMessage());
            return false;
        }
    }

    /** One mail that cannot be sent must not end the thread that sends the others. */
    private void send(Visit visit) {
        try {
            if (requests.isOpenedBy(visit)) {
                String code = secrets.code();
                Instant now = clock.instant();
                access.keepCode(visit, secrets.codeHash(code), now, now.plus(properties.codeLifetime()));
                mail.send(visit, code);
            }
        } catch (RuntimeException failed) {
            LOG.warn("A code for request {} could not be sent: {}", visit.requestNumber(), failed.toString());
        }
    }

    /** Uses a code up: the token of a visit if it is the right one, in time, and not tried too often. */
    public Optional<String> enter(String requestNumber, String address, String typed) {
        Visit visit = new Visit(requestNumber, address);
        Instant now = clock.instant();
        Optional<Code> code = access.takeTry(visit, properties.codeTries(), now);
        boolean right = secrets.isCode(typed, code.map(Code::codeHash).orElse(secrets.nobodysHash()));
        String token = secrets.token();
        return code.filter(known -> right)
                .filter(known ->
                        access.exchange(known, visit, Secrets.hash(token), now.plus(properties.visitLifetime())))
                .map(known -> token);
    }

    /** What a visit shows; empty when it is over. */
    public Optional<RequestStatus> status(String token) {
        return access.visit(Secrets.hash(token), clock.instant()).flatMap(requests::of);
    }

    public void leave(String token) {
        access.leave(Secrets.hash(token));
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
    }
}
