package org.throughline.models;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ProcessVariable;

/**
 * What the Java side offers to models: beans by name, variables, and text constants. Read from the compiled classes and
 * the sources, so that no application has to start.
 */
final class JavaNames {

    private static final Pattern CONSTANT =
            Pattern.compile("static final String [A-Z][A-Z0-9_]* =\\s*\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"");

    private final Map<String, JavaClass> beans = new HashMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Set<String> constants = new TreeSet<>();

    /** Everything in the application's main classes. */
    JavaNames() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.throughline");
        for (JavaClass candidate : classes) {
            if (candidate.isMetaAnnotatedWith(Component.class)) {
                beans.put(beanName(candidate), candidate);
            }
            if (candidate.getSimpleName().endsWith("Variables")) {
                readVariables(candidate.reflect());
            }
        }
        readConstants();
    }

    Map<String, JavaClass> beans() {
        return beans;
    }

    /** Names of the typed variables, each with the simple name of its Java type. */
    Set<String> variables() {
        return variables.keySet();
    }

    /** Kebab-case text constants: names of messages and codes of errors. */
    Set<String> constants() {
        return constants;
    }

    static boolean isDelegateOrListener(JavaClass type) {
        return type.isAssignableTo(JavaDelegate.class)
                || type.isAssignableTo(ExecutionListener.class)
                || type.isAssignableTo(TaskListener.class);
    }

    private static String beanName(JavaClass type) {
        String declared = type.tryGetAnnotationOfType(Component.class)
                .map(Component::value)
                .orElse("");
        return declared.isEmpty() ? Names.lowerFirst(type.getSimpleName()) : declared;
    }

    private void readVariables(Class<?> owner) {
        for (Field field : owner.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && ProcessVariable.class.equals(field.getType())) {
                try {
                    field.setAccessible(true);
                    String name = ((ProcessVariable<?>) field.get(null)).name();
                    variables.put(name, owner.getSimpleName());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("Cannot read " + field, e);
                }
            }
        }
    }

    private void readConstants() {
        for (Path source : Model.files(".java", Path.of("src/main/java"))) {
            try {
                Matcher constant = CONSTANT.matcher(Files.readString(source));
                while (constant.find()) {
                    constants.add(constant.group(1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
