package org.throughline.triage.learning;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;

/** Has this node use the active model and the phrases that were changed on any node, before the first message and then twice a minute. */
@Component
class LearningRefresh implements SmartInitializingSingleton, DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ModelBook models;
    private final PhraseBook phrases;
    private final Agencies agencies;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "learning-refresh");

    LearningRefresh(ModelBook models, PhraseBook phrases, Agencies agencies) {
        this.models = models;
        this.phrases = phrases;
        this.agencies = agencies;
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
        agencies.lookForEach("The look for what was learned", () -> {
            models.refresh();
            phrases.refresh();
            return true;
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
