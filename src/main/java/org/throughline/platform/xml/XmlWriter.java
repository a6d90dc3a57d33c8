package org.throughline.platform.xml;

import java.io.StringWriter;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one document. What XML cannot carry, control characters for one, is left out of texts. */
public final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** A document whose root stands in a namespace, to be sent as UTF-8. */
    public static String document(String root, String namespace, Consumer<XmlWriter> content) {
        return written(xml -> {
            run(() -> {
                xml.out.writeStartElement(root);
                xml.out.writeDefaultNamespace(namespace);
            });
            content.accept(xml);
            run(xml.out::writeEndElement);
        });
    }

    /** A document of what was read, without prefixes and with the attributes in the order of their names. */
    public static String document(XmlElement root) {
        return written(xml -> xml.copy(root));
    }

    private static String written(Consumer<XmlWriter> content) {
        StringWriter text = new StringWriter();
        text.write(DECLARATION);
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            content.accept(new XmlWriter(out));
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A document cannot be written", impossible);
        }
        return text.toString();
    }

    /** An element around others. */
    public void element(String name, Runnable content) {
        run(() -> out.writeStartElement(name));
        content.run();
        run(out::writeEndElement);
    }

    /** An element around others with one attribute. */
    public void element(String name, String attribute, String value, Runnable content) {
        element(name, () -> {
            attribute(attribute, value);
            content.run();
        });
    }

    /** An attribute of the element that was just begun. */
    public void attribute(String name, String value) {
        run(() -> out.writeAttribute(name, clean(value)));
    }

    /** An element with a text; none where the text is null or blank. */
    public void text(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return;
        }
        run(() -> {
            out.writeStartElement(name);
            out.writeCharacters(clean(value.toString()));
            out.writeEndElement();
        });
    }

    private void copy(XmlElement element) {
        element(element.name(), () -> {
            new TreeMap<>(element.attributes()).forEach(this::attribute);
            run(() -> out.writeCharacters(clean(element.text())));
            element.children().forEach(this::copy);
        });
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(XmlWriter::isAllowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The characters of XML 1.0, section 2.2. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A document cannot be written", impossible);
        }
    }
}
