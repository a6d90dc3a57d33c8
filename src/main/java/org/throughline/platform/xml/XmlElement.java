package org.throughline.platform.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with all that is in it. Names are local: a prefix and a namespace make no difference.
 *
 * @param text the element's own, without that of its children, stripped
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first element at a path below this one, such as {@code GeneralPartyInfo/NameInfo}. */
    public Optional<XmlElement> at(String path) {
        return all(path).findFirst();
    }

    /** Every element at a path below this one, in the order of the document. */
    public Stream<XmlElement> all(String path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path.split("/", -1)) {
            found = found.flatMap(element -> element.children.stream().filter(child -> child.name.equals(step)));
        }
        return found;
    }

    /** The text at a path, where there is one that says something. */
    public Optional<String> text(String path) {
        return all(path).map(XmlElement::text).filter(text -> !text.isEmpty()).findFirst();
    }

    /** An attribute that says something. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }

    /** This element and everything below it, in the order of the document. */
    public Stream<XmlElement> everything() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::everything));
    }

    /** Everything of a name, this element included. */
    public Stream<XmlElement> everything(String named) {
        return everything().filter(element -> element.name.equals(named));
    }
}
