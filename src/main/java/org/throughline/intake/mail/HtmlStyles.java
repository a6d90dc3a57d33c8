package org.throughline.intake.mail;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As much of a page's styles as tells whether words can be seen; what it does not understand it takes for visible. */
final class HtmlStyles {

    private static final Logger LOG = LoggerFactory.getLogger(HtmlStyles.class);
    private static final int MOST_RULES = 500;
    private static final int MOST_COMPARISONS = 5_000_000;
    private static final int LONGEST_SHEET = 200_000;
    private static final int LONGEST_SELECTOR = 300;
    private static final double SMALLEST_SEEN = 1.5;
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|<!--|-->");
    private static final Pattern RULE = Pattern.compile("([^{}@]{1,500})\\{([^{}]{0,2000})}");
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]{2,40})\\s*:\\s*([^;]{1,200})");
    private static final Pattern HIDING = Pattern.compile(
            "display|visibility|font-size|font\\s*:|opacity|color|background|height|width|mso-hide|indent"
                    + "|clip|transform|position|margin");
    private static final Pattern SHORTHAND_SIZE =
            Pattern.compile("(?:^|\\s)(\\d{0,4}\\.?\\d{1,4}(?:px|pt|em|%))(?:\\s|/)");
    private static final Pattern LENGTH = Pattern.compile("(-?\\d{0,6}\\.?\\d{0,6})(px|pt|em|rem|ex|%|)");
    private static final Pattern RGB = Pattern.compile(
            "rgba?\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})(?:[\\s,/]+([0-9.]{1,6}))?\\s*\\)");
    private static final Pattern HSL = Pattern.compile(
            "hsla?\\(\\s*\\d{1,3}(?:deg)?[\\s,]+(\\d{1,3})%?[\\s,]+(\\d{1,3})%?(?:[\\s,/]+([0-9.]{1,6}))?\\s*\\)");
    private static final Pattern CLEAR_NUMBER = Pattern.compile("#([0-9a-f]{3}0|[0-9a-f]{6}00)\\b.*");
    private static final Pattern NO_AREA = Pattern.compile(
            "rect\\(\\s*[01](px)?[\\s,]+[01](px)?[\\s,]+[01](px)?[\\s,]+[01](px)?\\s*\\)|inset\\(\\s*(50|100)%|circle\\(\\s*0");
    private static final Pattern NO_PLACE =
            Pattern.compile("scale[xy]?\\(\\s*0(\\.0\\d*)?\\s*[,)]|translate[xy]?\\([^)]{0,20}-\\d{4}");
    private static final Pattern EVERY_SCREEN =
            Pattern.compile("@media\\s+(only\\s+)?(screen|all)(\\s*,\\s*(screen|all|print))*\\s*");
    private static final Pattern STRUCTURE =
            Pattern.compile("(?:[^:]|:(?:first|last|only|nth)-[a-z-]{1,20}|:not\\(|:root)*");
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("white", 0xFFFFFF),
            Map.entry("black", 0x000000),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("ivory", 0xFFFFF0),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("ghostwhite", 0xF8F8FF),
            Map.entry("floralwhite", 0xFFFAF0),
            Map.entry("mintcream", 0xF5FFFA),
            Map.entry("azure", 0xF0FFFF),
            Map.entry("aliceblue", 0xF0F8FF),
            Map.entry("seashell", 0xFFF5EE),
            Map.entry("red", 0xFF0000),
            Map.entry("blue", 0x0000FF),
            Map.entry("navy", 0x000080),
            Map.entry("green", 0x008000),
            Map.entry("gray", 0x808080),
            Map.entry("yellow", 0xFFFF00));
    private static final int MOST_KNOWN = 2000;
    private static final int WHITE = 0xFFFFFF;
    private static final int UNKNOWN = -1;
    private static final int CLEAR = -2;
    private static final int ALIKE = 24;
    private static final double FAR_BEFORE = -500;
    private static final double FAR_BEHIND = 3000;

    private final IdentityHashMap<Element, String> fromSheets = new IdentityHashMap<>();

    private final Map<Styled, Look> known = new HashMap<>();

    private HtmlStyles() {}

    /**
     * How words look at a place in the page.
     *
     * @param gone true where nothing inside can be seen
     * @param invisible true until an element inside is visible again
     * @param size of the letters in pixels
     * @param color of the letters, -1 where unknown, -2 where they have none
     * @param ground color behind them, -1 where unknown
     */
    record Look(boolean gone, boolean invisible, double size, int color, int ground) {

        static final Look PLAIN = new Look(false, false, 16, 0, WHITE);

        boolean isHidden() {
            return gone
                    || invisible
                    || size < SMALLEST_SEEN
                    || color == CLEAR
                    || (color != UNKNOWN && same(color, ground));
        }

        private static boolean same(int first, int second) {
            if (second == UNKNOWN) {
                return false;
            }
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                most = Math.max(most, Math.abs((first >> shift & 0xFF) - (second >> shift & 0xFF)));
            }
            return most <= ALIKE;
        }
    }

    static HtmlStyles of(Document page) {
        HtmlStyles styles = new HtmlStyles();
        StringBuilder sheet = new StringBuilder();
        page.select("style").forEach(style -> sheet.append(style.data()).append('\n'));
        String rules = COMMENT.matcher(sheet.substring(0, Math.min(sheet.length(), LONGEST_SHEET)))
                .replaceAll(" ");
        Matcher rule = RULE.matcher(withoutConditions(rules));
        int most = Math.min(
                MOST_RULES, MOST_COMPARISONS / Math.max(1, page.getAllElements().size()));
        int applied = 0;
        while (applied < most && rule.find()) {
            String declarations = rule.group(2).toLowerCase(Locale.ROOT);
            if (HIDING.matcher(declarations).find()) {
                styles.apply(page, rule.group(1).strip(), declarations);
                applied++;
            }
        }
        return styles;
    }

    /** What holds for some screens only, or for print, says nothing about this one. */
    private static String withoutConditions(String sheet) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < sheet.length()) {
            int condition = sheet.indexOf('@', at);
            if (condition < 0) {
                return rest.append(sheet, at, sheet.length()).toString();
            }
            rest.append(sheet, at, condition);
            int open = sheet.indexOf('{', condition);
            int end = sheet.indexOf(';', condition);
            if (open < 0 || (end >= 0 && end < open)) {
                at = end < 0 ? sheet.length() : end + 1;
                continue;
            }
            boolean holds = EVERY_SCREEN
                    .matcher(sheet.substring(condition, open).toLowerCase(Locale.ROOT))
                    .matches();
            int depth = 1;
            at = open + 1;
            while (at < sheet.length() && depth > 0) {
                depth += sheet.charAt(at) == '{' ? 1 : sheet.charAt(at) == '}' ? -1 : 0;
                at++;
            }
            if (holds) {
                rest.append(sheet, open + 1, Math.max(open + 1, at - 1));
            }
        }
        return rest.toString();
    }

    private void apply(Document page, String selector, String declarations) {
        if (selector.length() > LONGEST_SELECTOR || !STRUCTURE.matcher(selector).matches()) {
            return;
        }
        try {
            page.select(selector).forEach(element -> fromSheets.merge(element, declarations, (a, b) -> a + ";" + b));
        } catch (Selector.SelectorParseException notUnderstood) {
            LOG.debug("A selector was not understood and hides nothing: {}", selector);
        }
    }

    /** How words directly inside an element look. */
    Look look(Element element, Look outside) {
        if (outside.gone()) {
            return outside;
        }
        boolean template = "template".equals(element.normalName());
        if (element.attributesSize() == 0 && !template && !fromSheets.containsKey(element)) {
            return "a".equals(element.normalName())
                    ? new Look(false, outside.invisible(), outside.size(), UNKNOWN, outside.ground())
                    : outside;
        }
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(styled(element, outside), HtmlStyles::look);
    }

    /** All that an element's look depends on; pages repeat few of these many times. */
    private record Styled(
            boolean link,
            boolean hidden,
            boolean picture,
            String color,
            String ground,
            String declarations,
            Look outside) {}

    private Styled styled(Element element, Look outside) {
        return new Styled(
                "a".equals(element.normalName()),
                element.hasAttr("hidden") || "template".equals(element.normalName()),
                element.hasAttr("background"),
                element.attr("color"),
                element.attr("bgcolor"),
                fromSheets.getOrDefault(element, "") + ";" + element.attr("style"),
                outside);
    }

    private static Look look(Styled styled) {
        Look outside = styled.outside();
        Map<String, String> style = declarations(styled.declarations().toLowerCase(Locale.ROOT));
        boolean gone = styled.hidden()
                || style.getOrDefault("display", "").startsWith("none")
                || style.getOrDefault("mso-hide", "").startsWith("all")
                || length(style.get("opacity"), 1).filter(value -> value < 0.05).isPresent()
                || style.getOrDefault("filter", "").matches("opacity\\(0[.0]*%?\\).*")
                || NO_AREA.matcher(style.getOrDefault("clip", "") + style.getOrDefault("clip-path", ""))
                        .find()
                || NO_PLACE.matcher(style.getOrDefault("transform", "")).find()
                || isClipped(style)
                || isOffScreen(style);
        String visibility = style.getOrDefault("visibility", "");
        boolean invisible = visibility.startsWith("hidden")
                || visibility.startsWith("collapse")
                || (outside.invisible() && !visibility.startsWith("visible"));
        double size = size(style, outside.size());
        String letters = style.getOrDefault("-webkit-text-fill-color", style.getOrDefault("color", styled.color()));
        int color = isClear(letters) ? CLEAR : color(letters, outside.color());
        boolean link = styled.link() && !style.containsKey("color");
        return new Look(gone, invisible, size, link ? UNKNOWN : color, ground(styled, style));
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new HashMap<>();
        Matcher declaration = DECLARATION.matcher(text);
        while (declaration.find()) {
            declarations.put(
                    declaration.group(1),
                    declaration.group(2).replace("!important", "").strip());
        }
        return declarations;
    }

    private static boolean isClipped(Map<String, String> style) {
        boolean flat = length(style.get("max-height"), 16)
                        .filter(value -> value <= 1)
                        .isPresent()
                || length(style.get("height"), 16).filter(value -> value <= 1).isPresent()
                || (!style.getOrDefault("width", "").contains("%")
                        && length(style.get("width"), 16)
                                .filter(value -> value <= 1)
                                .isPresent())
                || length(style.get("max-width"), 16)
                        .filter(value -> value <= 1)
                        .isPresent();
        return flat && style.getOrDefault("overflow", "").startsWith("hidden");
    }

    private static boolean isOffScreen(Map<String, String> style) {
        String position = style.getOrDefault("position", "static");
        boolean placed = !position.startsWith("static") && !position.startsWith("inherit");
        return Stream.of("text-indent", "margin-left", "margin-top").anyMatch(side -> isFar(style.get(side)))
                || (placed && Stream.of("left", "top", "right", "bottom").anyMatch(side -> isFar(style.get(side))));
    }

    private static boolean isFar(@Nullable String length) {
        return length(length, 16)
                .filter(value -> value < FAR_BEFORE || value > FAR_BEHIND)
                .isPresent();
    }

    private static double size(Map<String, String> style, double outside) {
        String size = style.get("font-size");
        if (size == null) {
            Matcher shorthand = SHORTHAND_SIZE.matcher(style.getOrDefault("font", ""));
            size = shorthand.find() ? shorthand.group(1) : null;
        }
        return size == null ? outside : length(size, outside).orElse(16.0);
    }

    /** Pixels of a length; a relative one refers to a number of pixels. */
    private static Optional<Double> length(@Nullable String text, double relativeTo) {
        Matcher length = LENGTH.matcher(text == null ? "" : text);
        if (!length.lookingAt() || length.group(1).replaceAll("[-.]", "").isEmpty()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(length.group(1));
        return Optional.of(
                switch (length.group(2)) {
                    case "em", "ex" -> number * relativeTo;
                    case "rem" -> number * 16;
                    case "%" -> number / 100 * relativeTo;
                    case "pt" -> number * 4 / 3;
                    default -> number;
                });
    }

    private static int ground(Styled styled, Map<String, String> style) {
        int outside = styled.outside().ground();
        boolean picture = style.getOrDefault("background-image", style.getOrDefault("background", ""))
                        .contains("url(")
                || style.getOrDefault("background", "").contains("gradient")
                || styled.picture();
        if (picture) {
            return UNKNOWN;
        }
        String color = style.getOrDefault("background-color", style.getOrDefault("background", styled.ground()));
        return color(color, outside);
    }

    /** True for letters that have no color at all. */
    private static boolean isClear(String text) {
        String color = text.strip().toLowerCase(Locale.ROOT);
        Matcher rgb = RGB.matcher(color);
        Matcher hsl = HSL.matcher(color);
        return color.startsWith("transparent")
                || CLEAR_NUMBER.matcher(color).matches()
                || (rgb.find() && isNothing(rgb.group(4)))
                || (hsl.find() && isNothing(hsl.group(3)));
    }

    private static boolean isNothing(@Nullable String opacity) {
        return opacity != null && opacity.matches("0?\\.?0*");
    }

    /** The color of a name or number; what is outside shows through where none is given. */
    private static int color(String text, int outside) {
        String color = text.strip().toLowerCase(Locale.ROOT);
        if (color.isEmpty() || color.startsWith("inherit") || color.startsWith("transparent") || color.equals("none")) {
            return outside;
        }
        Matcher rgb = RGB.matcher(color);
        if (rgb.find()) {
            return isNothing(rgb.group(4))
                    ? outside
                    : Integer.parseInt(rgb.group(1)) << 16
                            | Integer.parseInt(rgb.group(2)) << 8
                            | Integer.parseInt(rgb.group(3));
        }
        Matcher hsl = HSL.matcher(color);
        if (hsl.find()) {
            int light = Math.min(100, Integer.parseInt(hsl.group(2))) * 255 / 100;
            boolean gray = Integer.parseInt(hsl.group(1)) <= 5 || light >= 245 || light <= 10;
            return gray ? light << 16 | light << 8 | light : UNKNOWN;
        }
        String first = color.substring(0, color.indexOf(' ') < 0 ? color.length() : color.indexOf(' '));
        if (first.matches("#?[0-9a-f]{6}([0-9a-f]{2})?")) {
            return Integer.parseInt(first.replace("#", "").substring(0, 6), 16);
        }
        if (first.matches("#[0-9a-f]{3,4}")) {
            int red = Character.digit(first.charAt(1), 16) * 17;
            int green = Character.digit(first.charAt(2), 16) * 17;
            int blue = Character.digit(first.charAt(3), 16) * 17;
            return red << 16 | green << 8 | blue;
        }
        return NAMED.getOrDefault(first, UNKNOWN);
    }
}
