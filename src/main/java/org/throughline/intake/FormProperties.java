package org.throughline.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * The web forms that the agency has when it starts for the first time.
 *
 * @param initial JSON list of mappings; absent where analysts write them all
 */
@ConfigurationProperties("throughline.intake.forms")
record FormProperties(@Nullable Resource initial) {}
