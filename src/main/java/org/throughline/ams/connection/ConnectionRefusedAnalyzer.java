package org.throughline.ams.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a refused start as a problem and what to do about it. */
class ConnectionRefusedAnalyzer extends AbstractFailureAnalyzer<ConnectionRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConnectionRefused cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
