package org.throughline.servicing.download.process;

import java.util.Arrays;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.servicing.download.usecase.DownloadRefused;
import org.throughline.servicing.download.usecase.ResolveDownload.Decision;
import org.throughline.servicing.download.usecase.ResolveDownload.Resolution;

/** What a person filled in about a download. */
final class ResolutionVariables {

    private ResolutionVariables() {}

    static Resolution of(VariableScope scope, String person) {
        return new Resolution(
                decision(DownloadVariables.DOWNLOAD_DECISION.find(scope).orElse("")),
                DownloadVariables.matched(scope),
                DownloadVariables.DOWNLOAD_COMPARISON.find(scope).orElse(""),
                DownloadVariables.CHOSEN_POLICY.find(scope).orElse("").strip(),
                DownloadVariables.CHOSEN_CLIENT.find(scope).orElse("").strip(),
                DownloadVariables.RESOLUTION_NOTE.find(scope).orElse("").strip(),
                person);
    }

    private static Decision decision(String chosen) {
        return Arrays.stream(Decision.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new DownloadRefused("Choose what it is."));
    }
}
