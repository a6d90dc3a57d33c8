package org.throughline.reporting.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/**
 * Lets a table file pass that holds nothing but FEEL, and not too much of it. Every text is read as FEEL here, so that a
 * mistake is told with its line before anything runs.
 */
final class TableGuard {

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_RULES = 3_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int DEEPEST_BRACKETS = 8;

    private static final Set<String> FEEL_LANGUAGES = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");
    private static final Set<String> LOGIC_WE_LACK = Set.of("context", "invocation", "functionDefinition", "relation");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|some|every|function)\\b");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final Deque<Element> open = new ArrayDeque<>();
    private int rules;

    private record Element(String name, @Nullable String id, int line) {}

    private TableGuard() {}

    /**
     * Checks a file.
     *
     * @throws ReplayRefused that says what is wrong, and where
     */
    static void check(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw ReplayRefused.tooLarge("The file has " + file.length / 1024 + " KB; a table of at most "
                    + MOST_BYTES / 1024 + " KB can be replayed.");
        }
        try {
            new TableGuard().read(file);
        } catch (XMLStreamException malformed) {
            throw ReplayRefused.at(
                    malformed.getLocation() == null
                            ? 0
                            : malformed.getLocation().getLineNumber(),
                    null,
                    "The file is no DMN: it cannot be read as XML. Save it again in Modeler.");
        }
    }

    private void read(byte[] file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        try {
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw refused(xml, "has a DOCTYPE", "Remove it; a table needs none.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        start(xml);
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element ended = open.pop();
                        if (ended.name().equals("text") && !open.isEmpty()) {
                            text(open.peek(), ended.line(), text.toString().strip());
                        }
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        } finally {
            xml.close();
        }
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (open.isEmpty() && !name.equals("definitions")) {
            throw refused(xml, "begins with <" + name + ">", "A DMN file begins with <definitions>.");
        }
        if (LOGIC_WE_LACK.contains(name)) {
            throw refused(xml, "has a <" + name + ">", "Write decision tables and literal expressions only.");
        }
        if (name.equals("rule") && ++rules > MOST_RULES) {
            throw ReplayRefused.tooLarge("The file has more than " + MOST_RULES + " rules; that is too many.");
        }
        @Nullable String language = xml.getAttributeValue(null, "expressionLanguage");
        if (language != null && !isFeel(language)) {
            throw refused(xml, "has an expression in " + language, "Write it in FEEL.");
        }
        @Nullable String id = xml.getAttributeValue(null, "id");
        open.push(new Element(name, id, xml.getLocation().getLineNumber()));
    }

    private void text(Element holder, int line, String text) {
        boolean test = holder.name().equals("inputEntry");
        if (text.isEmpty() || text.equals("-") || !isRun(holder.name())) {
            return;
        }
        String element = ruleAround(holder);
        if (text.length() > LONGEST_TEXT) {
            throw ReplayRefused.at(
                    line, element, "A text of more than " + LONGEST_TEXT + " characters is too long. Split the rule.");
        }
        String code = STRING.matcher(text).replaceAll("\"\"");
        if (code.contains("${") || code.contains("#{")) {
            throw ReplayRefused.at(line, element, "The table has an expression in another language. Write it in FEEL.");
        }
        if (LOOP.matcher(code).find()) {
            throw ReplayRefused.at(
                    line, element, "Loops and functions of one's own are switched off in tables. Write plain tests.");
        }
        if (deepest(code) > DEEPEST_BRACKETS) {
            throw ReplayRefused.at(line, element, "The brackets stand too deep in each other. Simplify the text.");
        }
        ParseResult read = test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (!read.isSuccess()) {
            throw ReplayRefused.at(
                    line, element, "This is no FEEL: " + read.failure().message());
        }
    }

    private static boolean isRun(String name) {
        return name.equals("inputEntry")
                || name.equals("outputEntry")
                || name.equals("inputExpression")
                || name.equals("literalExpression")
                || name.equals("defaultOutputEntry");
    }

    private @Nullable String ruleAround(Element holder) {
        return open.stream()
                .filter(element -> element.name().equals("rule")
                        || element.name().equals("input")
                        || element.name().equals("decision"))
                .map(Element::id)
                .findFirst()
                .orElse(holder.id());
    }

    private static int deepest(String code) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static boolean isFeel(String language) {
        return FEEL_LANGUAGES.contains(language) || language.equalsIgnoreCase("feel");
    }

    private static ReplayRefused refused(XMLStreamReader xml, String what, String instead) {
        return ReplayRefused.at(
                xml.getLocation().getLineNumber(),
                xml.isStartElement() ? xml.getAttributeValue(null, "id") : null,
                "The file " + what + ". " + instead);
    }
}
