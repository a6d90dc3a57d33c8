package org.throughline.intake.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML page as a mail program would show it; quotes are marked, and a link shows where it leads. What no
 * reader can see is not part of the text.
 */
final class HtmlText {

    /** Characters of a page that are read. */
    static final int LONGEST_PAGE = 2_000_000;

    private static final int DEEPEST = 3000;
    private static final Pattern NESTING = Pattern.compile(
            "(?i)<(/?)(?:div|span|b|i|u|font|table|blockquote|center|a|em|strong|section|ul|ol|form|code|small|big)\\b");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2}");
    private static final Pattern CONDITION = Pattern.compile("(?i)\\[if[^\\]]{0,200}]>?|<!\\[endif]");
    private static final int SENTENCE = 5;
    private static final int MOST_HIDDEN = 20_000;
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
    private static final String UNREAD = "script, style, title, noscript, head, object, svg, select";

    private HtmlText() {}

    /**
     * A page read.
     *
     * @param hidden words that its reader does not see, with the links in them
     * @param comments what is said in comments, where that is a sentence; programs leave short ones everywhere
     */
    record Page(String text, String hidden, String comments) {}

    static Page read(String html) {
        if (isBottomless(html)) {
            String words = Parser.unescapeEntities(TAG.matcher(html).replaceAll(" "), false);
            String all = SPACE.matcher(words).replaceAll(" ").strip();
            return new Page(all, cut(all), "");
        }
        Document page = Jsoup.parse(html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html);
        HtmlStyles styles = HtmlStyles.of(page);
        page.select(UNREAD).remove();
        Writer writer = new Writer(styles);
        NodeTraversor.traverse(writer, page);
        return new Page(
                writer.text(),
                cut(writer.hidden.toString().strip()),
                cut(writer.comments.toString().strip()));
    }

    private static String cut(String text) {
        return text.length() <= MOST_HIDDEN ? text : text.substring(0, MOST_HIDDEN);
    }

    /** Nobody writes a page like that, and to take it apart would take minutes; its words are kept all the same. */
    private static boolean isBottomless(String html) {
        Matcher tag = NESTING.matcher(html);
        int depth = 0;
        while (tag.find()) {
            depth = tag.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private static final class Writer implements NodeVisitor {

        private final HtmlStyles styles;
        private final Deque<HtmlStyles.Look> looks = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private final StringBuilder hidden = new StringBuilder();
        private final StringBuilder comments = new StringBuilder();
        private int quotes;

        private Writer(HtmlStyles styles) {
            this.styles = styles;
            looks.push(HtmlStyles.Look.PLAIN);
        }

        private boolean isSeen() {
            return !looks.element().isHidden();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (isSeen()) {
                    Node parent = words.parent();
                    append(words.getWholeText(), parent != null && "pre".equals(parent.normalName()));
                } else {
                    hide(words.getWholeText());
                }
            } else if (node instanceof Comment comment) {
                comment(comment.getData());
            } else if (node instanceof Element element) {
                looks.push(styles.look(element, looks.element()));
                if (BLOCKS.contains(element.normalName()) && isSeen()) {
                    endLine("br".equals(element.normalName()) || "p".equals(element.normalName()));
                    quotes += "blockquote".equals(element.normalName()) ? 1 : 0;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            boolean seen = isSeen();
            looks.pop();
            String name = element.normalName();
            String target = "a".equals(name) ? element.attr("href") : "";
            if (!seen) {
                hide(target.startsWith("http") ? "<" + target + ">" : "");
                return;
            }
            if ("a".equals(name)) {
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

        private void hide(String words) {
            if (WORD.matcher(words).find()) {
                hidden.append(SPACE.matcher(words).replaceAll(" ").strip()).append('\n');
            }
        }

        private void comment(String data) {
            String words = Jsoup.parse(CONDITION.matcher(data).replaceAll(" ")).text();
            if (WORD.matcher(words).results().limit(SENTENCE).count() == SENTENCE
                    && words.split(" ", -1).length >= SENTENCE) {
                comments.append(words).append('\n');
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
            String flowing = SPACE.matcher(words).replaceAll(" ");
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
