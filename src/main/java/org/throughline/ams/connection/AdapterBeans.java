package org.throughline.ams.connection;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the adapters out of the application's own context: what is there for one vendor only belongs to a connection, and
 * stands in that connection's context.
 */
@Component
public class AdapterBeans extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader metadata, MetadataReaderFactory factory) {
        return metadata.getAnnotationMetadata().getAnnotations().stream(ConditionalOnProperty.class)
                .flatMap(condition -> Arrays.stream(condition.getStringArray("name")))
                .anyMatch(ConnectionSettings.VENDOR::equals);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdapterBeans;
    }

    @Override
    public int hashCode() {
        return AdapterBeans.class.hashCode();
    }
}
