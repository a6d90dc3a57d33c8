package org.throughline.intake.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML page as a mail program would show it; quotes are marked, and a link shows where it leads. */
final class HtmlText {

    private static final int LONGEST_PAGE = 2_000_000;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "hr",
            "blockquote",
            "pre",
            "section",
            "article");
    private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title", "template", "noscript");

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html);
        page.select("script, style, title, template, noscript").remove();
        Writer writer = new Writer();
        NodeTraversor.traverse(writer, page);
        return writer.text();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                Element parent = words.parent();
                if (parent == null || !HIDDEN.contains(parent.normalName())) {
                    append(words.getWholeText(), parent != null && "pre".equals(parent.normalName()));
                }
            } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                endLine("br".equals(element.normalName()) || "p".equals(element.normalName()));
                if ("blockquote".equals(element.normalName())) {
                    quotes++;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            if ("a".equals(name)) {
                String target = element.attr("href");
                if (target.startsWith("http") && !element.text().contains(target)) {
                    line.append(" <").append(target).append('>');
                }
            } else if ("td".equals(name) || "th".equals(name)) {
                line.append(' ');
            } else if (BLOCKS.contains(name) && !"br".equals(name)) {
                endLine(false);
                if ("blockquote".equals(name)) {
                    quotes--;
                }
                if ("p".equals(name)) {
                    endLine(true);
                }
            }
        }

        private void append(String words, boolean asIs) {
            if (asIs) {
                words.lines().forEach(row -> {
                    line.append(row);
                    endLine(true);
                });
                return;
            }
            String flowing = words.replaceAll("[\\s\\u00a0]+", " ");
            boolean blankBefore = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
            line.append(blankBefore ? flowing.stripLeading() : flowing);
        }

        private void endLine(boolean evenIfEmpty) {
            String row = line.toString().strip();
            line.setLength(0);
            if (!row.isEmpty() || evenIfEmpty) {
                text.append("> ".repeat(Math.min(quotes, 5))).append(row).append('\n');
            }
        }

        private String text() {
            endLine(false);
            return text.toString().replaceAll("\n{3,}", "\n\n").strip();
        }
    }
}
