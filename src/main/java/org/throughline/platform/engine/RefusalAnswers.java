package org.throughline.platform.engine;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.operaton.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.operaton.bpm.engine.rest.exception.RestException;
import org.operaton.bpm.engine.rest.exception.RestExceptionHandler;
import org.operaton.bpm.engine.rest.impl.OperatonRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has the engine's REST interface answer a {@link Refusal} with 400 and its sentence, as a person reads it in Tasklist. The
 * engine wraps what a listener throws and answers 500. Its interface for others and the one of the web applications take
 * their handlers from the same set, so ours take their places there before either of them is built.
 */
@Configuration(proxyBeanMethods = false)
class RefusalAnswers {

    @Bean
    static BeanFactoryPostProcessor refusalsAreAnswered() {
        return beans -> {
            Set<Class<?>> handlers = OperatonRestResources.getConfigurationClasses();
            handlers.removeAll(Set.of(RestExceptionHandler.class, ProcessEngineExceptionHandler.class));
            handlers.addAll(Set.of(OfRest.class, OfEngine.class));
        };
    }

    /** For what a resource of the interface wrapped. */
    public static class OfRest extends RestExceptionHandler {

        @Override
        public Response toResponse(RestException failure) {
            return Refusal.in(failure).map(RefusalAnswers::answer).orElseGet(() -> super.toResponse(failure));
        }
    }

    /** For what the engine threw. */
    public static class OfEngine extends ProcessEngineExceptionHandler {

        @Override
        public Response toResponse(ProcessEngineException failure) {
            return Refusal.in(failure).map(RefusalAnswers::answer).orElseGet(() -> super.toResponse(failure));
        }
    }

    private static Response answer(Refusal refusal) {
        return ExceptionHandlerHelper.getInstance().getResponse(refusal);
    }
}
