package org.throughline.triage.suggest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The sentence model bge-small-en-v1.5 (quantized, from a registry jar), run by ONNX Runtime on one thread a call. The
 * first piece's output is the sentence, as its authors say.
 */
public final class OnnxSentenceEncoder implements SentenceEncoder, AutoCloseable {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int DIMENSIONS = 384;
    private static final int LONGEST = 96;

    private final WordPiece tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads the model.
     *
     * @throws UncheckedIOException if the model is not on the class path
     * @throws IllegalStateException if this machine cannot run it
     */
    public OnnxSentenceEncoder() {
        try (InputStream vocabulary = resource(TOKENIZER);
                InputStream model = resource(MODEL);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            tokenizer = new WordPiece(vocabulary);
            environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model cannot be loaded", e);
        }
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] encode(String text) {
        long[] pieces = tokenizer.pieces(text, LONGEST);
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(pieces);
                OnnxTensor attention = tensor(ones);
                OnnxTensor types = tensor(new long[pieces.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            return unit(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    private static InputStream resource(String name) {
        InputStream stream = OnnxSentenceEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException(name + " is not on the class path"));
        }
        return stream;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model cannot be closed", e);
        }
    }
}
