package org.throughline.triage.learning;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Has this node use the active model and the phrases that were changed on any node, before the first message and then twice a minute. */
@Component
class LearningRefresh implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LearningRefresh.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ModelBook models;
    private final PhraseBook phrases;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "learning-refresh");

    LearningRefresh(ModelBook models, PhraseBook phrases) {
        this.models = models;
        this.phrases = phrases;
        thread.setDaemon(true);
    }

    @Override
    public void afterSingletonsInstantiated() {
        look();
        thread.start();
    }

    private void run() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        try {
            models.refresh();
            phrases.refresh();
        } catch (RuntimeException failed) {
            LOG.warn("What was learned cannot be looked up and will be tried again: {}", failed.toString());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
