package org.throughline.triage.learning;

import java.lang.ref.SoftReference;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Example;

/** The examples on the class path; those to learn from stay in memory as long as there is room. */
@Component
class CorpusSource implements LearningSource {

    private volatile SoftReference<List<Example>> read = new SoftReference<>(null);

    @Override
    public List<Example> builtIn() {
        List<Example> examples = read.get();
        if (examples == null) {
            examples = List.copyOf(Corpus.training());
            read = new SoftReference<>(examples);
        }
        return examples;
    }

    @Override
    public List<Example> calibration() {
        return Corpus.calibration();
    }

    @Override
    public List<Example> frozen() {
        return Corpus.frozen();
    }
}
