package org.throughline.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;

/** Gives an agency without any form mapping its first ones. */
@Component
class FormMappingImport implements SmartInitializingSingleton {

    private static final TypeReference<List<FormMapping>> MAPPINGS = new TypeReference<>() {};

    private final FormMappings mappings;
    private final FormProperties properties;
    private final ObjectMapper json;
    private final Agencies agencies;

    FormMappingImport(FormMappings mappings, FormProperties properties, ObjectMapper json, Agencies agencies) {
        this.mappings = mappings;
        this.properties = properties;
        this.json = json;
        this.agencies = agencies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        agencies.forEach(agency -> importOnce());
    }

    private void importOnce() {
        Resource initial = properties.initial();
        if (initial == null || !mappings.all().isEmpty()) {
            return;
        }
        try (InputStream in = initial.getInputStream()) {
            json.readValue(in, MAPPINGS).forEach(mapping -> mappings.save(mapping, "system"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The first form mappings cannot be read from " + initial, unreadable);
        }
    }
}
