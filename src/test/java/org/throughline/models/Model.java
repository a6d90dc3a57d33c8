package org.throughline.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One BPMN or DMN file as the tree that it is, so that no attribute of the extension namespace is overlooked. */
record Model(Path file, Document document) {

    static final String EXTENSION = "http://camunda.org/schema/1.0/bpmn";
    static final String DMN_EXTENSION = "http://camunda.org/schema/1.0/dmn";

    static final Set<String> TASKS = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "manualTask",
            "scriptTask");
    static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");

    /** All files of a kind below the folders, in a stable order; a folder that is missing holds none. */
    static List<Path> files(String suffix, Path... folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    found.addAll(files.filter(file -> file.toString().endsWith(suffix))
                            .sorted()
                            .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    static List<Model> all(String suffix, Path... folders) {
        return files(suffix, folders).stream().map(Model::read).toList();
    }

    static Model read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Model(file, factory.newDocumentBuilder().parse(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is not well-formed XML", e);
        }
    }

    /** File name without its ending. */
    String name() {
        return fileName().replaceFirst("\\.[^.]+$", "");
    }

    String fileName() {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    /** A finding about an element of this file. */
    String at(Element element, String finding) {
        String id = element.getAttribute("id");
        return fileName() + " " + (id.isEmpty() ? element.getLocalName() : id) + ": " + finding;
    }

    /** All elements with one of these local names, in document order. */
    List<Element> elements(Set<String> localNames) {
        return elements().filter(e -> localNames.contains(e.getLocalName())).toList();
    }

    List<Element> elements(String localName) {
        return elements(Set.of(localName));
    }

    Stream<Element> elements() {
        List<Element> found = new ArrayList<>();
        collect(document.getDocumentElement(), found);
        return found.stream();
    }

    /** Tasks, call activities, sub-processes, events and gateways. */
    List<Element> flowNodes() {
        return elements()
                .filter(e -> isActivity(e) || EVENTS.contains(e.getLocalName()) || isGateway(e))
                .toList();
    }

    List<Element> outgoing(Element node) {
        return elements("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .toList();
    }

    Optional<Element> byId(String id) {
        return elements().filter(e -> id.equals(e.getAttribute("id"))).findFirst();
    }

    static boolean isActivity(Element e) {
        return TASKS.contains(e.getLocalName())
                || "callActivity".equals(e.getLocalName())
                || "subProcess".equals(e.getLocalName());
    }

    static boolean isGateway(Element e) {
        return GATEWAYS.contains(e.getLocalName());
    }

    static String extension(Element element, String attribute) {
        return element.getAttributeNS(EXTENSION, attribute);
    }

    /** The value of an extension property, or an empty text. */
    static String property(Element element, String name) {
        for (Element extensions : children(element, "extensionElements")) {
            for (Element properties : children(extensions, "properties")) {
                for (Element property : children(properties, "property")) {
                    if (name.equals(property.getAttribute("name"))) {
                        return property.getAttribute("value");
                    }
                }
            }
        }
        return "";
    }

    /** Text of the first child element with that name, or an empty text. */
    static String childText(Element element, String localName) {
        return children(element, localName).stream()
                .findFirst()
                .map(child -> child.getTextContent().strip())
                .orElse("");
    }

    static List<Element> children(Element element, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e && localName.equals(e.getLocalName())) {
                found.add(e);
            }
        }
        return found;
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                collect(e, into);
            }
        }
    }
}
