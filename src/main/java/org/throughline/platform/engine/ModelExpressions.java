package org.throughline.platform.engine;

import jakarta.el.ArrayELResolver;
import jakarta.el.BeanELResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.ListELResolver;
import jakarta.el.MapELResolver;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.impl.el.JuelExpressionManager;
import org.operaton.bpm.engine.impl.el.VariableContextElResolver;
import org.operaton.bpm.engine.impl.el.VariableScopeElResolver;
import org.operaton.bpm.engine.impl.mock.MockElResolver;
import org.operaton.bpm.engine.spring.ApplicationContextElResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Expressions of models. They may name process variables, delegates, listeners and beans marked
 * {@link CallableFromModels}, and call methods of those marked beans, of decision results and of plain values; neither
 * the engine's services nor any class of the runtime can be reached from a model.
 */
class ModelExpressions extends JuelExpressionManager {

    private static final Set<String> READING = Set.of(
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "hasVariableLocal",
            "getId",
            "getName",
            "getAssignee",
            "getBusinessKey",
            "getProcessBusinessKey",
            "getProcessInstanceId",
            "getProcessDefinitionId",
            "getCurrentActivityId",
            "getCurrentActivityName",
            "getTenantId");

    private final ApplicationContext context;

    ModelExpressions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new MockElResolver());
        resolvers.add(new DeclaredBeans(context));
        resolvers.add(new ArrayELResolver());
        resolvers.add(new ListELResolver());
        resolvers.add(new MapELResolver());
        resolvers.add(new PlainValues());
        return resolvers;
    }

    /** Beans that models may name; any other name is as unknown as if there were no bean. */
    private static final class DeclaredBeans extends ApplicationContextElResolver {

        private final ApplicationContext context;

        DeclaredBeans(ApplicationContext context) {
            super(context);
            this.context = context;
        }

        @Override
        public @Nullable Object getValue(ELContext elContext, @Nullable Object base, Object property) {
            return base == null && isDeclared(String.valueOf(property))
                    ? super.getValue(elContext, null, property)
                    : null;
        }

        private boolean isDeclared(String name) {
            Class<?> type = context.containsBean(name) ? context.getType(name) : null;
            return type != null
                    && (JavaDelegate.class.isAssignableFrom(type)
                            || ExecutionListener.class.isAssignableFrom(type)
                            || TaskListener.class.isAssignableFrom(type)
                            || AnnotationUtils.findAnnotation(type, CallableFromModels.class) != null);
        }
    }

    /** Properties and methods of values, as far as they lead nowhere else. */
    private static final class PlainValues extends BeanELResolver {

        PlainValues() {
            super(true);
        }

        @Override
        public @Nullable Object getValue(ELContext elContext, @Nullable Object base, Object property) {
            if (base == null) {
                return null;
            }
            String name = String.valueOf(property);
            String getter = name.isEmpty() ? name : "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            check(base, getter);
            return super.getValue(elContext, base, property);
        }

        @Override
        public @Nullable Object invoke(
                ELContext elContext,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (base == null) {
                return null;
            }
            check(base, String.valueOf(method));
            return super.invoke(elContext, base, method, types, arguments);
        }

        private static void check(Object base, String method) {
            boolean allowed = base instanceof VariableScope
                    ? READING.contains(method)
                    : !method.equals("getClass") && isPlain(base);
            if (!allowed) {
                throw new ProcessEngineException("An expression of a model may not use " + method + " of a "
                        + base.getClass().getSimpleName() + "; move this into a delegate.");
            }
        }

        private static boolean isPlain(Object base) {
            return base instanceof CharSequence
                    || base instanceof Number
                    || base instanceof Boolean
                    || base instanceof Date
                    || base instanceof Enum<?>
                    || base instanceof Iterable<?>
                    || base instanceof Map<?, ?>
                    || base instanceof DmnDecisionResult
                    || base.getClass().getPackageName().startsWith("java.time")
                    || base.getClass().getPackageName().startsWith("org.joda.time")
                    || AnnotationUtils.findAnnotation(base.getClass(), CallableFromModels.class) != null;
        }
    }
}
