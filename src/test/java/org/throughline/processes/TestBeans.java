package org.throughline.processes;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * The beans that expressions in models see: the test's fakes first, then the real delegates of the scanned packages. A
 * delegate or listener that is neither fails with the line that the test lacks.
 */
final class TestBeans extends AbstractMap<Object, Object> {

    private final Map<String, Object> fakes = new HashMap<>();
    private final Map<String, Object> stubs = new HashMap<>();
    private final List<String> packages = new ArrayList<>();
    private final GenericApplicationContext real = new GenericApplicationContext();
    private boolean open;

    void scan(String packageName) {
        packages.add(packageName);
    }

    <T> void collaborator(Class<T> type, T collaborator) {
        real.registerBean(type, () -> collaborator);
    }

    void fake(String name, Object bean) {
        fakes.put(name, bean);
    }

    void stub(String processId) {
        stubs.put(processId, (JavaDelegate) execution -> {});
    }

    void forgetFakes() {
        fakes.clear();
    }

    void close() {
        real.close();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return "stubs".equals(key) || fakes.containsKey(key) || looksLikeABean(key) || isReal(key);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if ("stubs".equals(key)) {
            Map<String, Object> called = new HashMap<>(stubs);
            called.putAll(fakes);
            return called;
        }
        if (fakes.containsKey(key)) {
            return fakes.get(key);
        }
        if (isReal(key)) {
            return real.getBean(String.valueOf(key));
        }
        if (looksLikeABean(key)) {
            throw new IllegalStateException("The model uses ${" + key + "}: say what it does with engine.fake(\"" + key
                    + "\", execution -> …), let it pass with engine.passing(\"" + key
                    + "\") or load its package with delegatesOf(…)");
        }
        return null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }

    private static boolean looksLikeABean(@Nullable Object key) {
        return key instanceof String name && (name.endsWith("Delegate") || name.endsWith("Listener"));
    }

    private boolean isReal(@Nullable Object key) {
        if (packages.isEmpty()) {
            return false;
        }
        if (!open) {
            open = true;
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(real, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
            scanner.addIncludeFilter(new AssignableTypeFilter(ExecutionListener.class));
            scanner.addIncludeFilter(new AssignableTypeFilter(TaskListener.class));
            scanner.scan(packages.toArray(String[]::new));
            for (String name : real.getBeanDefinitionNames()) {
                real.getBeanDefinition(name).setLazyInit(true);
            }
            real.refresh();
        }
        return key instanceof String name && real.containsBean(name);
    }
}
