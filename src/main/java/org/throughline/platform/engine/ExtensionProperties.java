package org.throughline.platform.engine;

import java.util.Optional;
import org.operaton.bpm.engine.impl.util.xml.Element;

/** Reads the extension properties ({@code camunda:properties}) that analysts set on an element in Modeler. */
public final class ExtensionProperties {

    private ExtensionProperties() {}

    /** The value of a named property of an element, if it is set. */
    public static Optional<String> find(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return Optional.empty();
        }
        return properties.elements("property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst();
    }
}
