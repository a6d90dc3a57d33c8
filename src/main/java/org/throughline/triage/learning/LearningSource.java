package org.throughline.triage.learning;

import java.util.List;
import org.throughline.triage.suggest.Example;

/** The examples that come with the build. */
public interface LearningSource {

    /** To learn from. */
    List<Example> builtIn();

    /** To set the confidence by; never learned from. */
    List<Example> calibration();

    /** To measure by; never learned from. */
    List<Example> frozen();
}
