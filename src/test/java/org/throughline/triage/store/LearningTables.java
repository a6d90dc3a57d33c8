package org.throughline.triage.store;

import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.triage.learning.LearningRuns;
import org.throughline.triage.learning.PhraseRules;
import org.throughline.triage.learning.SuggestionModels;
import org.throughline.triage.learning.TrainingExamples;

/** The stores of learning on one database, as two nodes or two services see them. */
public final class LearningTables {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.jdbc());

    public TrainingExamples examples() {
        return new JdbcTrainingExamples(jdbc, TestAgency.PROFILE);
    }

    public PhraseRules phrases() {
        return new JdbcPhraseRules(jdbc, TestAgency.PROFILE);
    }

    public SuggestionModels models(Clock clock) {
        return new JdbcSuggestionModels(
                jdbc,
                new DataSourceTransactionManager(
                        Objects.requireNonNull(database.jdbc().getDataSource())),
                TestAgency.PROFILE,
                clock);
    }

    public LearningRuns runs(Clock clock) {
        return new JdbcLearningRuns(jdbc, TestAgency.PROFILE, clock);
    }
}
