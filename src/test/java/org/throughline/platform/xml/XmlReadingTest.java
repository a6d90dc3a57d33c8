package org.throughline.platform.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest XML in its variety, and XML that means harm. */
class XmlReadingTest {

    private static XmlElement read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static XmlElement read(byte[] bytes, @Nullable String charset) {
        return XmlReading.document(bytes, charset, XmlLimits.MESSAGE);
    }

    @Test
    void findsItsWayByNamesWhateverTheirNamespace() {
        String plain = "<ACORD><A id='1'><B>one</B><B> two </B></A></ACORD>";
        String defaulted =
                plain.replace("<ACORD>", "<ACORD xmlns='http://www.ACORD.org/standards/PC_Surety/ACORD1/xml/'>");
        String prefixed = "<a:ACORD xmlns:a='urn:x'><a:A id='1'><a:B>one</a:B><a:B> two </a:B></a:A></a:ACORD>";

        for (String text : List.of(plain, defaulted, prefixed)) {
            XmlElement root = read(text);
            assertThat(root.name()).isEqualTo("ACORD");
            assertThat(root.text("A/B")).contains("one");
            assertThat(root.all("A/B").map(XmlElement::text)).containsExactly("one", "two");
            assertThat(root.at("A").flatMap(a -> a.attribute("id"))).contains("1");
            assertThat(root.everything("B")).hasSize(2);
        }
    }

    @Test
    void readsEscapesAndSections() {
        assertThat(read("<a>Tom &amp; <![CDATA[<Jerry>]]> &#228;<!-- not this --><?nor this?></a>")
                        .text())
                .isEqualTo("Tom & <Jerry> ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void readsTheEncodingThatTheDocumentNames(String charset) {
        byte[] bytes =
                ("<?xml version='1.0' encoding='" + charset + "'?><a>Peña</a>").getBytes(Charset.forName(charset));

        assertThat(read(bytes, null).text()).isEqualTo("Peña");
    }

    @Test
    void believesTheTransportOverTheDocument() {
        byte[] bytes = "<?xml version='1.0' encoding='UTF-8'?><a>Peña</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(bytes, "ISO-8859-1").text()).isEqualTo("Peña");
        assertThatThrownBy(() -> read(bytes, null)).isInstanceOf(XmlBroken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Service Unavailable",
                "<a>",
                "<a><b></a>",
                "<a></a><b></b>",
                "<a></a>tail",
                "<a b=1/>",
                "<a>&undeclared;</a>",
                "<x:a/>",
                "<?xml version='1.0' encoding='no-such-thing'?><a/>"
            })
    void refusesWhatIsNotWellFormed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlBroken.class);
    }

    @Test
    void fetchesNoFileForAnEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the-secret");
        String text = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";

        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlForbidden.class).hasMessageNotContaining("the-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:1/p.dtd'> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY x 'inside'>]><a>&x;</a>",
                "<!DOCTYPE a><a/>"
            })
    void readsNoDocumentType(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlForbidden.class);
    }

    @Test
    void laughsAtNothing() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
        IntStream.rangeClosed(1, 9)
                .forEach(level ->
                        text.append("<!ENTITY l" + level + " '" + ("&l" + (level - 1) + ";").repeat(10) + "'>"));
        text.append("]><a>&l9;</a>");

        assertThatThrownBy(() -> read(text.toString())).isInstanceOf(XmlForbidden.class);
    }

    @Test
    void goesOnlySoDeep() {
        assertThat(read("<a>".repeat(64) + "</a>".repeat(64)).name()).isEqualTo("a");
        assertThatThrownBy(() -> read("<a>".repeat(100_000) + "</a>".repeat(100_000)))
                .isInstanceOf(XmlForbidden.class)
                .hasMessageContaining("64 deep");
    }

    @Test
    void takesOnlySoMuch() {
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(200_000) + "</a>"))
                .isInstanceOf(XmlForbidden.class)
                .hasMessageContaining("200000 elements");
        assertThatThrownBy(() ->
                        XmlReading.each(new Endless(), XmlLimits.MESSAGE, path -> path.size() == 2, element -> {}))
                .isInstanceOf(XmlForbidden.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void handsOverOnePartAfterTheOther() {
        List<String> seen = new ArrayList<>();
        String cut = "<f><x><m>1</m></x><m>2</m><x><m>3</m></x><m>4</m";

        assertThatThrownBy(() -> XmlReading.each(
                        new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)),
                        XmlLimits.FILE,
                        path -> path.get(path.size() - 1).equals("m"),
                        element -> seen.add(element.text())))
                .isInstanceOf(XmlBroken.class);

        assertThat(seen).containsExactly("1", "2", "3");
    }

    @Test
    void readsWhatItWrote() {
        String text = XmlWriter.document("ACORD", "urn:x", xml -> {
            xml.element("Named", "id", "a<b\"", () -> xml.text("Text", "Tom & <Jerry> \u0000\u0007ä \ud83d\ude80"));
            xml.text("Nothing", null);
            xml.text("Blank", "  ");
        });

        XmlElement root = read(text);

        assertThat(root.at("Named").flatMap(named -> named.attribute("id"))).contains("a<b\"");
        assertThat(root.text("Named/Text")).contains("Tom & <Jerry> ä \ud83d\ude80");
        assertThat(root.children()).hasSize(1);
        assertThat(read(XmlWriter.document(root))).isEqualTo(root);
    }

    @Test
    void answersInTimeWhateverComes() {
        String attributes =
                IntStream.range(0, 9_000).mapToObj(at -> " a" + at + "=''").reduce("", String::concat);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(read("<a" + attributes + "/>").attributes()).hasSize(9_000));
    }

    /** A document that never ends. */
    private static final class Endless extends InputStream {
        private static final byte[] START = "<a>".getBytes(StandardCharsets.UTF_8);
        private int at;

        @Override
        public int read() {
            return at < START.length ? START[at++] : 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int place = 0; place < length; place++) {
                target[offset + place] = (byte) read();
            }
            return length;
        }
    }
}
