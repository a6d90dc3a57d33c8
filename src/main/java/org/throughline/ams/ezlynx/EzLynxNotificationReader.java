package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.throughline.platform.web.Problem;

/** Reads a notification as JSON or XML, whatever its header says it is. XML brings no definitions and no entities. */
final class EzLynxNotificationReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 32;

    private EzLynxNotificationReader() {}

    static List<EzLynxNotification> read(byte[] body) {
        int first = 0;
        while (first < body.length && (body[first] <= ' ')) {
            first++;
        }
        boolean xml = first < body.length && body[first] == '<';
        try {
            return EzLynxNotification.in(xml ? xml(body) : JSON.readTree(body));
        } catch (JsonProcessingException | XMLStreamException unreadable) {
            throw Problem.badRequest("The notification is neither JSON nor XML that can be read.");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode xml(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        try {
            ObjectNode document = JSON.createObjectNode();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    document.set(reader.getLocalName(), element(reader, 1));
                }
            }
            return document;
        } finally {
            reader.close();
        }
    }

    /** An element as an object of its attributes and children, or as its text where it has neither. */
    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Nested too deeply");
        }
        ObjectNode object = JSON.createObjectNode();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            object.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                JsonNode child = element(reader, depth + 1);
                if (object.has(name)) {
                    object.withArray("/more " + name.replace("~", "").replace("/", ""))
                            .add(child);
                } else {
                    object.set(name, child);
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        if (object.isEmpty()) {
            return object.textNode(text.toString());
        }
        if (!text.toString().isBlank()) {
            object.put("value", text.toString());
        }
        return object;
    }
}
