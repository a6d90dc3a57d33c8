package org.throughline.servicing.certificate.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.CallableFromModels;

/** Lets the model go through wording, or questions, one by one: {@code ${certificateWording.items(wordingItems)}}. */
@Component
@CallableFromModels
public class CertificateWording {

    /** The items of a comma separated list. */
    public List<String> items(String commaSeparated) {
        return AskedVariables.words(commaSeparated);
    }
}
