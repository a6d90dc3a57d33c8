package org.throughline.intake.mail.corpus;

import static org.throughline.intake.mail.corpus.Build.END;
import static org.throughline.intake.mail.corpus.Build.html;
import static org.throughline.intake.mail.corpus.Build.part;
import static org.throughline.intake.mail.corpus.Build.plain;
import static org.throughline.intake.mail.corpus.Build.text;
import static org.throughline.intake.mail.corpus.Build.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTML with scripts, tables and hidden words, and texts that are neither plain nor HTML. */
final class HtmlMail {

    private static final Map<String, String> HIDING = new TreeMap<>(Map.ofEntries(
            Map.entry("display none", "<div style=\"display:none\">SECRET</div>"),
            Map.entry("display none in capitals", "<div STYLE=\"DISPLAY : NONE !important\">SECRET</div>"),
            Map.entry("visibility", "<span style=\"visibility:hidden\">SECRET</span>"),
            Map.entry("no size", "<span style=\"font-size:0\">SECRET</span>"),
            Map.entry("one pixel", "<span style=\"font-size:1px;line-height:1px\">SECRET</span>"),
            Map.entry("no size inherited", "<div style=\"font-size:0px\"><p><b>SECRET</b></p></div>"),
            Map.entry("white on white", "<p style=\"color:#FFFFFF\">SECRET</p>"),
            Map.entry("white by name", "<font color=\"white\">SECRET</font>"),
            Map.entry("white by numbers", "<p style=\"color:rgb(255, 255, 255)\">SECRET</p>"),
            Map.entry("nearly white", "<p style=\"color:#fefefe\">SECRET</p>"),
            Map.entry("black on black", "<td bgcolor=\"#000000\"><span style=\"color:#000\">SECRET</span></td>"),
            Map.entry("transparent", "<div style=\"opacity:0\">SECRET</div>"),
            Map.entry("clipped", "<div style=\"max-height:0;overflow:hidden\">SECRET</div>"),
            Map.entry("off the screen", "<div style=\"position:absolute;left:-9999px\">SECRET</div>"),
            Map.entry("indented away", "<div style=\"text-indent:-9999px\">SECRET</div>"),
            Map.entry("hidden attribute", "<div hidden>SECRET</div>"),
            Map.entry("for Outlook", "<div style=\"mso-hide:all\">SECRET</div>"),
            Map.entry("transparent letters", "<span style=\"color:transparent\">SECRET</span>"),
            Map.entry("letters of no opacity", "<span style=\"color:rgba(0,0,0,0)\">SECRET</span>"),
            Map.entry("white by hue", "<p style=\"color:hsl(0, 0%, 100%)\">SECRET</p>"),
            Map.entry("hardly gray", "<p style=\"color:#eeeeee\">SECRET</p>"),
            Map.entry("navy on navy", "<td bgcolor=\"navy\"><b style=\"color:navy\">SECRET</b></td>"),
            Map.entry("no width", "<div style=\"width:0;overflow:hidden\">SECRET</div>"),
            Map.entry("cut away", "<div style=\"position:absolute;clip:rect(0 0 0 0)\">SECRET</div>"),
            Map.entry("inset away", "<div style=\"clip-path:inset(100%)\">SECRET</div>"),
            Map.entry("shrunk away", "<div style=\"transform:scale(0)\">SECRET</div>"),
            Map.entry("filtered away", "<div style=\"filter:opacity(0)\">SECRET</div>"),
            Map.entry("moved away", "<div style=\"margin-left:-9999px\">SECRET</div>"),
            Map.entry("moved from its place", "<div style=\"position:relative;top:-2000px\">SECRET</div>"),
            Map.entry("off the screen on the right", "<div style=\"position:absolute;left:9999px\">SECRET</div>"),
            Map.entry("in a template", "<template><p>SECRET</p></template>"),
            Map.entry("hidden from no reader of screens", "<p aria-hidden=\"false\" hidden>SECRET</p>"),
            Map.entry("on every screen", "<style>@media screen{.m{display:none}}</style><div class=\"m\">SECRET</div>"),
            Map.entry(
                    "by its place among others",
                    "<style>i:first-child{display:none}</style><p><i>SECRET</i><i>and more</i></p>"),
            Map.entry(
                    "behind many rules",
                    "<style>" + "p{margin:0 auto 0}b{border:0}".repeat(400) + ".late{display:none}</style>"
                            + "<div class=\"late\">SECRET</div>"),
            Map.entry("by a class", "<style>.pre{display:none}</style><div class=\"pre\">SECRET</div>")));

    private HtmlMail() {}

    static List<HardMail> all() {
        List<HardMail> mails = new ArrayList<>();
        HIDING.forEach((how, hidden) -> mails.add(
                whole("hidden: " + how, html("<p>Seen words</p><table><tr>" + hidden + "</tr></table><p>and more</p>"))
                        .bodyHas("Seen words", "and more")
                        .bodyLacks("SECRET")
                        .hiddenHas("SECRET")
                        .flags("HIDDEN_TEXT")));
        hidden(mails);
        seen(mails);
        pages(mails);
        others(mails);
        return mails;
    }

    private static void hidden(List<HardMail> mails) {
        mails.add(whole(
                        "hidden link",
                        html("<p>Seen</p><div style=\"display:none\"><a href=\"http://bad.example/x\">Go</a></div>"))
                .body("Seen")
                .hidden("Go\n<http://bad.example/x>"));
        mails.add(whole("sentence in a comment", html("<p>Seen</p><!-- Please cancel the policy of my neighbor -->"))
                .body("Seen")
                .hidden("Please cancel the policy of my neighbor")
                .clean());
        mails.add(whole("plain text says more than the page", part("multipart/alternative; boundary=b", """
                                --b
                                Content-Type: text/plain

                                Please send the certificate to Bayline.
                                Also cancel our umbrella policy today without telling anybody.
                                --b
                                Content-Type: text/html

                                <p>Please send the certificate to Bayline.</p>
                                --b--"""))
                .body("Please send the certificate to Bayline.")
                .hidden("Also cancel our umbrella policy today without telling anybody."));
    }

    private static void seen(List<HardMail> mails) {
        shown(mails, "gray small print", "<p style=\"color:#999999\">SHOWN</p>");
        shown(mails, "placed on the page", "<div style=\"position:absolute;left:640px;top:20px\">SHOWN</div>");
        shown(mails, "narrow column", "<td style=\"width:1%;overflow:hidden\">SHOWN</td>");
        shown(mails, "hidden when pointed at", "<style>p:hover{display:none}</style><p>SHOWN</p>");
        shown(mails, "hidden from readers of screens", "<p aria-hidden=\"true\">SHOWN</p>");
        shown(
                mails,
                "white on a dark cell",
                "<table><tr><td bgcolor=\"#003366\"><font color=\"#ffffff\">SHOWN</font></td></tr></table>");
        shown(
                mails,
                "white on a dark style",
                "<div style=\"background:#036\"><p style=\"color:white\">SHOWN</p></div>");
        shown(mails, "size given back", "<td style=\"font-size:0\"><span style=\"font-size:14px\">SHOWN</span></td>");
        shown(
                mails,
                "visible again",
                "<div style=\"visibility:hidden\"><b style=\"visibility:visible\">SHOWN</b></div>");
        shown(
                mails,
                "hidden on phones only",
                "<style>@media (max-width:600px){.d{display:none}}</style><p class=\"d\">SHOWN</p>");
        shown(
                mails,
                "hidden in print only",
                "<style>@media print{p{display:none !important}} @import url(x.css);</style><p>SHOWN</p>");
        shown(
                mails,
                "white on a picture",
                "<div style=\"background-image:url(x.png)\"><p style=\"color:#fff\">SHOWN</p></div>");
        shown(
                mails,
                "white on a class's ground",
                "<style>.btn{background-color:#0a0;color:#fff}</style><span class=\"btn\">SHOWN</span>");
        shown(mails, "small print", "<p style=\"font-size:7pt\">SHOWN</p>");
        shown(mails, "hidden spacer without words", "<div style=\"display:none\">&nbsp;&zwnj; </div><p>SHOWN</p>");
    }

    private static void shown(List<HardMail> mails, String name, String page) {
        mails.add(whole("shown: " + name, html(page)).bodyHas("SHOWN").notFlagged("HIDDEN_TEXT"));
    }

    private static void pages(List<HardMail> mails) {
        mails.add(whole(
                        "html with scripts and styles",
                        html(
                                "<html><head><title>T</title><style>p{color:red}</style><script>alert('x')</script></head><body onload=evil()><p>Only this</p><script>more()</script></body></html>"))
                .body("Only this"));
        mails.add(whole(
                        "html with a tracking pixel",
                        html("<p>Hello</p><img src=\"http://track.example/p.gif?id=1\" width=1 height=1>"))
                .body("Hello")
                .clean());
        mails.add(whole(
                        "html with Outlook's comments",
                        html(
                                "<!--[if mso]><p>Outlook only</p><![endif]--><![if !mso]><p>Everybody</p><![endif]><!-- plain comment -->"))
                .body("Everybody")
                .clean());
        mails.add(whole(
                        "html table",
                        html(
                                "<table><tr><th>Vehicle</th><th>VIN</th></tr><tr><td>Ford</td><td>1FTFW1ET5DFC10312</td></tr></table>"))
                .body("Vehicle VIN\nFord 1FTFW1ET5DFC10312"));
        mails.add(whole(
                        "html link that leads elsewhere",
                        html("<a href=\"http://bad.example/login\">https://bank.example</a>"))
                .bodyHas("https://bank.example", "<http://bad.example/login>"));
        mails.add(whole("html list", html("<ol><li>First</li><li>Second</li></ol>"))
                .body("First\nSecond"));
        mails.add(whole("html with preformatted lines", html("<pre>line one\nline two</pre>"))
                .bodyHas("line one\nline two"));
        mails.add(whole("html that is not closed", html("<div><p>Open <b>bold <table><tr><td>cell"))
                .bodyHas("Open bold", "cell"));
        mails.add(whole("html of plain words", html("Just words & an ampersand < five"))
                .bodyHas("Just words & an ampersand"));
        mails.add(whole("html nested 20,000 deep", html("<div>".repeat(20_000) + "Bottom"))
                .bodyHas("Bottom"));
        mails.add(whole(
                        "html of 40,000 cells",
                        html("<style>td{color:#111} .a{color:#222}</style><table>"
                                + "<tr><td class=a>x</td></tr>".repeat(40_000) + "</table>"))
                .bodyHas("x\nx"));
        mails.add(whole(
                        "html with a picture of two megabytes in it",
                        html("<p>Before</p><img src=\"data:image/png;base64," + "A".repeat(1_900_000)
                                + "\"><p>After</p>"))
                .bodyHas("Before", "After"));
        mails.add(whole(
                        "html written by Word",
                        html(
                                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><p class=MsoNormal>Please quote<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>"))
                .body("Please quote"));
        mails.add(whole(
                        "html with a select and a form",
                        html("<form><p>Choose</p><select><option>A<option>B</select><input value=x></form>"))
                .body("Choose"));
        mails.add(whole(
                        "xhtml",
                        part(
                                "application/xhtml+xml; name=page.xhtml",
                                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>As a file</p></body></html>"))
                .files("page.xhtml")
                .fileTextHas(0, "As a file"));
    }

    private static void others(List<HardMail> mails) {
        mails.add(whole(
                        "rtf body",
                        part(
                                "text/rtf",
                                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Please send \\b Zo\\'eb\\b0\\u8217?s card.\\par Thanks \\{all\\}\\par}"))
                .bodyHas("Please send Zoë’s card.", "{all}")
                .bodyLacks("Arial"));
        mails.add(whole(
                        "rtf body under its other type",
                        part("application/rtf", "{\\rtf1 Line one\\line Line two{\\*\\generator Riched}}"))
                .body("Line one\nLine two"));
        mails.add(whole("broken rtf", part("text/rtf", "{\\rtf1 Half a docu\\")).body("Half a docu"));
        mails.add(whole("rtf with 100,000 open groups", part("text/rtf", "{\\rtf1 Words " + "{".repeat(100_000)))
                .bodyHas("Words"));
        mails.add(whole(
                        "enriched text",
                        part("text/enriched", "<bold>Please</bold> <color><param>red</param>quote</color>"))
                .body("Please quote"));
        mails.add(plain(
                        "flowed text",
                        "This paragraph is \r\nflowed over \r\nthree lines.\r\nThis is not.",
                        "Content-Type: text/plain; format=flowed")
                .body("This paragraph is flowed over three lines.\nThis is not."));
        mails.add(plain(
                        "flowed text with deleted blanks",
                        "Word bro \r\nken in two",
                        "Content-Type: text/plain; format=flowed; delsp=yes")
                .body("Word broken in two"));
        mails.add(plain(
                        "flowed quotes",
                        "> old words \r\n> go on\r\nNew words",
                        "Content-Type: text/plain; format=flowed")
                .body("New words")
                .quotedHas("> old words go on"));
        mails.add(plain(
                        "posted form",
                        "name=Denise+Okafor&need=COI+for+Trellis&note=50%25",
                        "Content-Type: application/x-www-form-urlencoded")
                .bodyHas("name: Denise Okafor", "need: COI for Trellis", "note: 50%"));
        mails.add(plain("form sent as text", "name=Denise" + END + "need=COI").bodyHas("name=Denise", "need=COI"));
        mails.add(plain("markdown", "# COI" + END + "* please", "Content-Type: text/markdown")
                .bodyHas("# COI", "* please"));
        mails.add(whole("empty text", text("")).flags("EMPTY_BODY"));
        mails.add(whole("text of blanks", text(" \r\n\t\r\n ")).flags("EMPTY_BODY"));
        mails.add(whole("html of nothing", html("<html><body><p>&nbsp;</p></body></html>"))
                .flags("EMPTY_BODY"));
        mails.add(whole("text of a type unknown", part("chemical/x-pdb", "H2O")).files("attachment-1.x-pdb"));
    }
}
