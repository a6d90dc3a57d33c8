package org.throughline.platform.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML of others. A document type is refused, and with it entities of the sender's own and anything that would have to
 * be fetched; depth, bulk and length have limits.
 */
public final class XmlReading {

    // The one of the JDK, whatever else a library brings along: its handling of document types is the one that is
    // tested.
    private static final XMLInputFactory FACTORY = factory();

    private XmlReading() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched for a document");
        });
        return factory;
    }

    /**
     * The whole document.
     *
     * @param charset as the transport names it, which wins over the document's own word; null where it names none
     * @throws XmlBroken it is not well-formed
     * @throws XmlForbidden it holds what is not read
     */
    public static XmlElement document(byte[] bytes, @Nullable String charset, XmlLimits limits) {
        List<XmlElement> root = new ArrayList<>(1);
        read(new ByteArrayInputStream(bytes), charset, limits, path -> path.size() == 1, root::add);
        return root.get(0);
    }

    /**
     * Hands over each element that is wanted with all that is in it, as soon as it is read, and keeps nothing of the rest.
     *
     * @param wanted says by the names from the root on whether an element is wanted
     * @throws XmlBroken it is not well-formed; what came before has been handed over
     * @throws XmlForbidden it holds what is not read; what came before has been handed over
     */
    public static void each(
            InputStream in, XmlLimits limits, Predicate<List<String>> wanted, Consumer<XmlElement> consumer) {
        read(in, null, limits, wanted, consumer);
    }

    private static void read(
            InputStream in,
            @Nullable String charset,
            XmlLimits limits,
            Predicate<List<String>> wanted,
            Consumer<XmlElement> consumer) {
        InputStream limited = new LimitedInput(in, limits.bytes());
        try {
            XMLStreamReader reader = charset == null
                    ? FACTORY.createXMLStreamReader(limited)
                    : FACTORY.createXMLStreamReader(limited, charset);
            new Walk(reader, limits, wanted, consumer).toTheEnd();
        } catch (XMLStreamException broken) {
            throw new XmlBroken("It is not well-formed: " + broken.getMessage(), broken);
        }
    }

    /** An element that is not closed yet. */
    private record Begun(String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {}

    /** One way through a document. */
    private static final class Walk {

        private final XMLStreamReader reader;
        private final XmlLimits limits;
        private final Predicate<List<String>> wanted;
        private final Consumer<XmlElement> consumer;
        private final List<String> path = new ArrayList<>();
        private final Deque<Begun> kept = new ArrayDeque<>();
        private int elements;

        Walk(XMLStreamReader reader, XmlLimits limits, Predicate<List<String>> wanted, Consumer<XmlElement> consumer) {
            this.reader = reader;
            this.limits = limits;
            this.wanted = wanted;
            this.consumer = consumer;
        }

        void toTheEnd() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                    case XMLStreamConstants.DTD -> throw new XmlForbidden("It has a document type, which is not read");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XmlForbidden("It has an entity of its own, which is not read");
                    default -> {
                        // Comments, processing instructions and the end say nothing.
                    }
                }
            }
        }

        private void begin() {
            elements++;
            path.add(reader.getLocalName());
            if (path.size() > limits.depth()) {
                throw new XmlForbidden("Its elements lie more than " + limits.depth() + " deep");
            }
            if (elements > limits.elements()) {
                throw new XmlForbidden("It has more than " + limits.elements() + " elements");
            }
            if (!kept.isEmpty() || wanted.test(path)) {
                kept.push(new Begun(reader.getLocalName(), attributes(), new StringBuilder(), new ArrayList<>()));
            }
        }

        private void text() {
            Begun current = kept.peek();
            if (current != null) {
                current.text().append(reader.getText());
            }
        }

        private void end() {
            path.remove(path.size() - 1);
            Begun closed = kept.poll();
            if (closed == null) {
                return;
            }
            XmlElement element = new XmlElement(
                    closed.name(), closed.attributes(), closed.text().toString().strip(), closed.children());
            Begun parent = kept.peek();
            if (parent == null) {
                consumer.accept(element);
            } else {
                parent.children().add(element);
            }
        }

        private Map<String, String> attributes() {
            Map<String, String> attributes = new HashMap<>();
            for (int at = 0; at < reader.getAttributeCount(); at++) {
                attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            }
            return attributes;
        }
    }
}
