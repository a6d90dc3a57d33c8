package org.throughline.triage;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.carrier.Carriers;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.text.QuickPattern;

/**
 * Finds what a person in security should see before anybody acts: code in fields, false senders, dangerous
 * attachments. The text itself is only ever read.
 */
@Component
class WarningSigns {

    /** Words that the reader does not see ask for something; it says nothing of what the visible words ask for. */
    static final String HIDDEN_ASK = "HIDDEN_ASK";

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final Map<String, QuickPattern> CODE = new LinkedHashMap<>();
    private static final Set<String> SECURITY = Set.of(
            "EXPRESSION_INJECTION",
            "SQL_INJECTION",
            "XSS",
            "PATH_TRAVERSAL",
            "CSV_FORMULA",
            "FIELD_OVERRIDE",
            "PROMPT_INJECTION",
            "PHISHING",
            "LOOKALIKE_DOMAIN",
            "DANGEROUS_ATTACHMENT",
            "QUARANTINE",
            HIDDEN_ASK);
    private static final QuickPattern CREDENTIALS = QuickPattern.compile(
            "\\b(verify|confirm|update|validate|re-?enter|provide)( \\w+){0,4} (banking|bank (account|details|information)|account (number|details|information|credentials)|password|credentials?|login|log-in|eft|mailbox|payment details)\\b",
            I);
    private static final QuickPattern TRICK = QuickPattern.compile(
            "\\b(password (expires?|expired|reset|will expire)|mailbox (is )?(almost )?(full|quota|storage)|sign in to (view|keep|continue)|account (will be|has been|is) (suspended|locked|disabled|deactivated|restricted)|unusual (sign-?in|activity))\\b|\\b(buy|purchase|get|pick up|send)\\b[^.\\n]{0,30}\\bgift cards?\\b|\\bwire (transfer )?(the funds|payment)|\\b(our|my) (new|changed|updated) (bank|wire|ach|eft) (details|instructions|account)|\\b(bank|wire|ach) (details|instructions|account)( \\w+)? (have|has) changed",
            I);
    private static final QuickPattern UNSEEN = QuickPattern.compile(
            "[\\u202D\\u202E\\u2066-\\u2069]|\\p{L}[\\u200B\\u2060\\uFEFF]+\\p{L}|[\\u200B\\u2060]{4,}|[\\x{E0020}-\\x{E007F}]{2,}");
    private static final Set<String> ADDED_BY_IMPOSTORS = Set.of(
            "portal",
            "secure",
            "security",
            "login",
            "support",
            "agency",
            "agent",
            "agents",
            "insurance",
            "ins",
            "service",
            "services",
            "online",
            "billing",
            "claims",
            "mail",
            "email",
            "group",
            "mutual",
            "us",
            "usa",
            "inc",
            "co",
            "help",
            "account",
            "accounts",
            "verify",
            "payments",
            "pay",
            "my",
            "the",
            "app",
            "web",
            "net");
    private static final QuickPattern PRESSURE = QuickPattern.compile(
            "\\b(within \\d+ hours?|immediately|urgent(ly)?|suspended|suspension|forfeit(ed)?|final notice|last warning|will be (terminated|closed|locked|disabled|deleted)|on hold|act now|avoid interruption|kindly)\\b",
            I);
    private static final QuickPattern LINK = QuickPattern.compile("https?://([\\w.-]+)", I);
    private static final QuickPattern DATE_FIELD =
            QuickPattern.compile("(?im)date\\w*\\s*[:=]\\s*(\\d{4})-(\\d{2})-(\\d{2})");
    private static final QuickPattern DANGEROUS = QuickPattern.compile(
            "(?i).*\\.(exe|scr|js|jse|vbs|vbe|bat|cmd|com|pif|hta|jar|msi|ps1|lnk|iso|img|docm|xlsm|wsf)$");

    static {
        CODE.put(
                "EXPRESSION_INJECTION",
                QuickPattern.compile(
                        "[$#]\\{[^}\\n]{1,200}\\}|\\{\\{[^}\\n]{0,60}[*+/()|.'\\[%][^}\\n]{0,60}\\}\\}|<%=?[^%\\n]{0,200}%>|\\bT\\(java\\.|\\$\\{jndi:|\\bgetRuntime\\(\\)|\\bexecution\\.setVariable\\b",
                        I));
        CODE.put(
                "SQL_INJECTION",
                QuickPattern.compile(
                        "'\\s*(or|and)\\s+'?\\w+'?\\s*=\\s*'?\\w+|;\\s*(drop|truncate)\\s+table\\b|;\\s*(delete\\s+from|insert\\s+into)\\s+\\w+\\s*(where|values|;|--|\\(|$)|(?<!credit )\\bunion\\s+(all\\s+)?select\\s+(\\*|null\\b|\\d|[\\w.@*]+\\s*,|[\\w.@*]+\\s+from\\b)|'\\s*;\\s*--|\\d'--|\\bxp_cmdshell\\b",
                        I));
        CODE.put(
                "XSS",
                QuickPattern.compile(
                        "<\\s*(script|iframe|svg|object|embed)\\b|<\\s*img\\b[^>]*\\bon\\w+\\s*=|\\bon(error|load|click|mouseover)\\s*=\\s*[\"'\\w]+\\(|\\bjavascript:(?=\\S)",
                        I));
        CODE.put(
                "PATH_TRAVERSAL",
                QuickPattern.compile(
                        "(\\.\\./){2,}|(\\.\\.\\\\){2,}|/etc/passwd|\\bfile:///(etc|proc|var|root)\\b|%2e%2e%2f", I));
        CODE.put(
                "CSV_FORMULA",
                QuickPattern.compile(
                        "(?m)(^|[=:,;\\t\"])\\s*=\\s*(hyperlink|importxml|webservice|dde|cmd|exec)\\s*[(|]|(^|[=:,;\\t\"])[+@-]\\s*(cmd|dde)\\s*[(|]",
                        I));
        CODE.put(
                "FIELD_OVERRIDE",
                QuickPattern.compile(
                        "\"?\\b(workType|work_type|humanGate|licenseRequired|straightThrough|approvedBy|automationLevel)\\b\"?\\s*[:=]|\\broute\"?\\s*[:=]\\s*\"?(AUTOMATION|LICENSED_STAFF|EXTERNAL_PARTNER)"));
        CODE.put(
                "PROMPT_INJECTION",
                QuickPattern.compile(
                        "\\b(ignore|disregard|forget|override)\\s+(all|any|every|everything|your)\\b(?:(?!\\b(my|our|his|her|their)\\b)[^.\\n]){0,40}\\b(instructions?|prompts?|rules|guidelines)\\b"
                                + "|\\b(ignore|disregard|forget)\\s+(the\\s+)?(previous|prior|above|earlier)\\s+(instructions?|prompts?|rules)\\b[^\\n]{0,60}\\b(approve|classify|mark|output|print|reply with|route|set|reveal|respond)\\b"
                                + "|\\byou are now (an?|the)\\s+(\\w+\\s+){0,3}(ai|assistant|model|bot|system|robot|developer)\\b|\\bsystem prompt\\b"
                                + "|\\b(as|dear) (an )?(ai|language) (model|assistant)\\b"
                                + "|\\bmark (this|it|the request) as (pre-?approved|approved|authorized|straight.through|low priority)\\b(?=[^\\n]{0,60}\\b(without|do not|don't|skip|no review|automatically|and issue)\\b)|\\bmark (this|it) as straight.through\\b",
                        I));
    }

    private final AgencyProfile agency;
    private final Carriers carriers;

    WarningSigns(AgencyProfile agency, Carriers carriers) {
        this.agency = agency;
        this.carriers = carriers;
    }

    /** True for flags that send an item to security. */
    static boolean security(String flag) {
        return SECURITY.contains(flag);
    }

    Set<String> find(MessageText message, SenderRole role) {
        Set<String> flags = new LinkedHashSet<>();
        String written =
                message.subject() + "\n" + message.body() + "\n" + message.forwarded() + "\n" + message.senderName();
        String text = DeceptiveText.asSeen(written);
        flags.addAll(code(text));
        if (message.channel().equals("SYSTEM") || role == SenderRole.STAFF) {
            flags.remove("FIELD_OVERRIDE");
        }
        if (flags.contains("EXPRESSION_INJECTION")) {
            flags.add("TREAT_AS_TEXT");
        }
        hidden(message, written, text, flags);
        if (invalidDate(text)) {
            flags.add("INVALID_DATE");
        }
        boolean html = attachments(message, flags);
        sender(message, role, text, html, flags);
        return flags;
    }

    private static List<String> code(String text) {
        return CODE.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void hidden(MessageText message, String written, String text, Set<String> flags) {
        String hidden = DeceptiveText.asSeen(message.hidden()) + "\n" + DeceptiveText.unseenWords(written);
        boolean asks = HiddenWords.ask(hidden, text)
                || !code(hidden).isEmpty()
                || CREDENTIALS.matcher(hidden).find()
                || TRICK.matcher(hidden).find();
        if (asks || UNSEEN.matcher(written).find()) {
            flags.add("HIDDEN_TEXT");
        }
        if (asks) {
            flags.add(HIDDEN_ASK);
        }
        if (DeceptiveText.isIn(written)) {
            flags.add("DECEPTIVE_CHARACTERS");
        }
    }

    private void sender(MessageText message, SenderRole role, String text, boolean form, Set<String> flags) {
        boolean outsider = role == SenderRole.UNKNOWN || role == SenderRole.THIRD_PARTY;
        String address = message.senderAddress();
        boolean lookalike = outsider && address.contains("@") && lookalike(address.substring(address.indexOf('@') + 1));
        boolean links = externalLink(text)
                || (message.linkHosts() != null && !message.linkHosts().isBlank());
        if (lookalike) {
            flags.add("LOOKALIKE_DOMAIN");
        }
        boolean asksForSecrets = CREDENTIALS.matcher(text).find();
        boolean tricks = TRICK.matcher(text).find();
        boolean presses = PRESSURE.matcher(text).find();
        if (outsider
                && ((asksForSecrets && (form || lookalike || (links && presses)))
                        || (tricks && (links || form || lookalike || presses))
                        || (lookalike && presses)
                        || (form && presses))) {
            flags.add("PHISHING");
        }
        if (flags.contains("PHISHING") || flags.contains("DANGEROUS_ATTACHMENT")) {
            flags.add("QUARANTINE");
        }
        if (links && outsider) {
            flags.add("EXTERNAL_LINK");
        }
    }

    /** Flags dangerous attachments; true where one is a page with a form or a script. */
    private static boolean attachments(MessageText message, Set<String> flags) {
        boolean form = false;
        for (MessageText.AttachmentText attachment : message.attachments()) {
            String name = attachment.filename().toLowerCase(Locale.ROOT);
            if (name.endsWith(".html")
                    || name.endsWith(".htm")
                    || name.endsWith(".svg")
                    || attachment.contentType().contains("html")) {
                flags.add("HTML_ATTACHMENT");
                String text = attachment.text().toLowerCase(Locale.ROOT);
                form |= text.contains("<form") || text.contains("<script") || text.contains("password");
            }
            if (DANGEROUS.matcher(name).matches()) {
                flags.add("DANGEROUS_ATTACHMENT");
            }
        }
        return form;
    }

    private boolean externalLink(String text) {
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            String host = matcher.group(1).toLowerCase(Locale.ROOT);
            if (!SenderIdentifier.inDomains(host, carriers.domains())
                    && !SenderIdentifier.inDomains(host, List.of(own()))) {
                return true;
            }
        }
        return false;
    }

    /** True for a name that is nearly one of ours or our carriers', or one of them with a word that inspires trust. */
    private boolean lookalike(String domain) {
        return Stream.concat(carriers.domains().stream(), Stream.of(own()))
                .filter(known -> !SenderIdentifier.inDomains(domain, List.of(known)))
                .map(known -> plain(label(known)))
                .filter(known -> known.length() >= 6)
                .anyMatch(known -> Stream.of(label(domain).split("\\.", -1)).anyMatch(part -> imitates(part, known)));
    }

    private static boolean imitates(String part, String known) {
        String name = plain(part);
        if (name.contains(known)) {
            String rest = name.replace(known, "");
            return rest.isEmpty()
                    || ADDED_BY_IMPOSTORS.contains(rest)
                    || rest.chars().allMatch(Character::isDigit)
                    || Stream.of(part.split("-", -1))
                            .filter(word -> !known.contains(plain(word)))
                            .allMatch(ADDED_BY_IMPOSTORS::contains);
        }
        return distance(name, known) <= (known.length() >= 8 ? 2 : 1);
    }

    private String own() {
        String mailbox = agency.serviceMailbox();
        return mailbox.substring(mailbox.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String label(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    /** Letters that look alike are made equal. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('5', 's')
                .replace("rn", "m")
                .replace("vv", "w")
                .replace("-", "");
    }

    private static int distance(String one, String two) {
        int[] previous = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[two.length() + 1];
            current[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[two.length()];
    }

    private static boolean invalidDate(String text) {
        Matcher matcher = DATE_FIELD.matcher(text);
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(1));
            int month = Integer.parseInt(matcher.group(2));
            int day = Integer.parseInt(matcher.group(3));
            if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
                return true;
            }
        }
        return false;
    }
}
