package org.throughline.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.triage.FurtherCandidates.Candidate;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.TabSeparated;

/**
 * Learns the weights of {@code triage/further-asks.tsv} from the calibration messages and prints them:
 * {@code mvn -Pbench test-compile exec:java -Dexec.mainClass=org.throughline.triage.FurtherWeights}. Messages that ask
 * for one thing show what must not become a request; those that ask for several are fewer and count more often.
 */
public final class FurtherWeights {

    private static final Logger LOG = LoggerFactory.getLogger(FurtherWeights.class);
    private static final List<FurtherJudge.Feature> FEATURES = List.of(FurtherJudge.Feature.values());
    private static final int SEVERAL_COUNT = 3;
    private static final double COST = 0.5;
    private static final double CLOSE = 0.0001;

    private final Desk desk = new Desk();
    private final Lexicon lexicon = new Lexicon();
    private final FurtherCandidates candidates = new FurtherCandidates(new Suggesters(), new FurtherJudge());
    private final Rows glances = new Rows();
    private final Rows readings = new Rows();

    private FurtherWeights() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        FurtherWeights weights = new FurtherWeights();
        Corpus.calibration()
                .forEach(one -> weights.learnFrom(
                        TestMessages.message(one.channel(), one.sender(), one.subject(), one.body()),
                        List.of(one.workType()),
                        1));
        TabSeparated.rows("/triage/calibration-several.tsv")
                .forEach(cells -> weights.learnFrom(
                        TestMessages.ofCells(cells), Arrays.asList(cells.get(0).split("\\+", -1)), SEVERAL_COUNT));
        double[] read = weights.readings.fit();
        double[] glanced = weights.glances.fit();
        for (int f = 0; f < FEATURES.size(); f++) {
            LOG.info(String.format(Locale.ROOT, "%s\t%.2f\t%.2f", FEATURES.get(f), read[f], glanced[f]));
        }
    }

    private void learnFrom(MessageText message, List<String> wanted, int times) {
        Triage.Outlook outlook = desk.look(message);
        MessageParts parts = MessageParts.of(message);
        Understanding read = outlook.understanding();
        String main = outlook.planned().get(0).workType();
        FurtherCandidates.Sight sight = FurtherTopics.sight(
                message,
                parts,
                read.identity(),
                new FurtherTopics.Main("", main, read.suggestion()),
                lexicon.read(parts));
        List<Candidate> glanced = new ArrayList<>();
        List<Candidate> meant = new ArrayList<>();
        for (FurtherCandidates.Part part : candidates.parts(sight)) {
            glanced.addAll(part.glanced());
            meant.addAll(part.read());
        }
        glances.add(FurtherCandidates.likeliest(glanced), wanted, times);
        readings.add(FurtherCandidates.likeliest(meant), wanted, times);
    }

    /** Candidates with what was right about them. */
    private static final class Rows {

        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> labels = new ArrayList<>();

        private void add(List<Candidate> found, List<String> wanted, int times) {
            for (Candidate one : found) {
                double[] row = new double[FEATURES.size()];
                Arrays.setAll(row, feature -> one.features().getOrDefault(FEATURES.get(feature), 0.0));
                for (int i = 0; i < times; i++) {
                    rows.add(row);
                    labels.add(wanted.contains(one.workType()) ? 1.0 : 0.0);
                }
            }
        }

        /** The weights of the features, which are brought to one scale first, so that the cost means the same for each. */
        private double[] fit() {
            int count = FEATURES.size();
            double[] mean = new double[count];
            double[] deviation = new double[count];
            for (int f = 1; f < count; f++) {
                DoubleSummaryStatistics values = new DoubleSummaryStatistics();
                DoubleSummaryStatistics squares = new DoubleSummaryStatistics();
                for (double[] row : rows) {
                    values.accept(row[f]);
                    squares.accept(row[f] * row[f]);
                }
                mean[f] = values.getAverage();
                double variance = squares.getAverage() - mean[f] * mean[f];
                deviation[f] = variance > 0 ? Math.sqrt(variance) : 1;
            }
            Model model = fit(mean, deviation);
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            double[] weights = new double[count];
            weights[0] = sign * model.getFeatureWeights()[0];
            for (int f = 1; f < count; f++) {
                weights[f] = sign * model.getFeatureWeights()[f] / deviation[f];
                weights[0] -= weights[f] * mean[f];
            }
            return weights;
        }

        private Model fit(double[] mean, double[] deviation) {
            int count = FEATURES.size();
            Linear.disableDebugOutput();
            Problem problem = new Problem();
            problem.l = rows.size();
            problem.n = count;
            problem.y = new double[labels.size()];
            Arrays.setAll(problem.y, labels::get);
            problem.x = new Feature[rows.size()][];
            for (int i = 0; i < rows.size(); i++) {
                problem.x[i] = new Feature[count];
                problem.x[i][0] = new FeatureNode(1, 1);
                for (int f = 1; f < count; f++) {
                    problem.x[i][f] = new FeatureNode(f + 1, (rows.get(i)[f] - mean[f]) / deviation[f]);
                }
            }
            return Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, CLOSE));
        }
    }
}
