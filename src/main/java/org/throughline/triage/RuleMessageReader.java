package org.throughline.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.platform.text.QuickPattern;

/**
 * Reads a message: what it is about, patterns for names and dates, the client index for who is who. What it finds are
 * facts; what they mean is decided in the tables.
 */
@Component
class RuleMessageReader implements MessageReader {

    private static final double MARKETING_FOUND = 2;
    private static final double AMBIGUOUS = 0.4;
    private static final Set<String> PROSPECTS = Set.of("LEAD", "QUOTE");
    private static final long NO_DATE = 9_999;
    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final Set<String> CERTIFICATES =
            Set.of("CERTIFICATE", "PROPERTY_CERTIFICATE", "PROPERTY_EVIDENCE", "CERTIFICATE_BATCH");
    private static final Set<String> CLIENT_TOPICS = Set.of("LEAD", "QUOTE", "MARKETING", "LEGAL", "LOSS");
    private static final QuickPattern AUTO_REPLY = QuickPattern.compile(
            "^\\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|ooo)\\b|\\bi(?:'m| am| will be)?( currently)? (out of|away from) (the |my )?office\\b|\\blimited access to (my )?e-?mail\\b",
            I);
    private static final QuickPattern THANKS = QuickPattern.compile(
            "\\b(thanks?|thank you|thx|ty|got it|received|perfect|great|appreciate|sounds good|ok|okay|will do|awesome)\\b",
            I);
    private static final QuickPattern INJURY = QuickPattern.compile(
            "\\b(injur(y|ies|ed)|hurt|ambulance|hospital|emergency room|\\ber\\b|neck pain|back pain|whiplash|broken (arm|leg|wrist|ankle|hip)|bleeding|unconscious|fatal(ity)?|died|death|killed|concussion|stitches|burned|paramedics?|slipped and fell|fell (off|from|down)|bitten|bit (a|my|our|the|him|her))\\b",
            I);
    private static final QuickPattern NO_INJURY = QuickPattern.compile(
            "\\b(no|not|nobody|no one|without|zero)( \\w+){0,3} (injur\\w*|hurt)\\b|\\b(injur\\w*|hurt)\\s*[:=]\\s*(no|none|n/a)\\b",
            I);
    private static final QuickPattern TIME_CRITICAL = QuickPattern.compile(
            "\\b(pulled over|cop|officer is|at (?:the )?(dmv|dealer|dealership|closing table|job ?site|gate)|(right|rn) now|rn\\b|standing (here|at)|on site now|they won'?t let (us|me|him|them)|stuck at|emergency|stranded|as we speak)\\b",
            I);
    private static final QuickPattern DRIVING_NOW = QuickPattern.compile(
            "\\b(today|tonight|right now|before (i|we) (drive|leave|pick)|driving (it )?(home|off)|(at|from) the dealer(ship)?)\\b",
            I);
    private static final QuickPattern ACTIVE_LOSS = QuickPattern.compile(
            "\\b(still (leaking|running|coming|flooding|burning|pouring)|(is|are) (leaking|flooding|pouring|coming in|on fire|burning)|water everywhere|right now|tarp|board up|no (heat|power|water)|can'?t (stay|live|get in))\\b",
            I);
    private static final QuickPattern MINOR = QuickPattern.compile(
            "\\b(windshield|glass|rock chip|chip|roadside|tow(ing)? (reimbursement|service)|flat tire|locked out|jump start)\\b",
            I);
    private static final QuickPattern REPEAT = QuickPattern.compile(
            "\\b(resend(ing)?|re-sending|sen(d|t|ding) (this |it )?again|(second|third|2nd|3rd|another|last) (request|time|reminder|notice|email)|still (waiting|haven'?t|have not|nothing|no)|following up|follow(ing)?[- ]up|checking (back )?(in|on)|any update|(didn'?t|did not|haven'?t|have not|never) (get|got|heard?|receive[d]?|hear)|in case (you|u) (didn'?t|missed)|asked (you )?(last week|twice|before))\\b",
            I);
    private static final QuickPattern QUOTE_REQUESTED = QuickPattern.compile(
            "\\b(how much|what (will|would|does|is) (it|that|this|the) (cost|premium|price|be)|let (me|us) know the (cost|price|premium|difference)|quote|price|cost(s)?( difference)?|goes? up|discount|what('?s| is) the premium|rate change)\\b",
            I);
    private static final QuickPattern REDUCTION = QuickPattern.compile(
            "\\b(remove|removing|take (it|him|her|the \\w+( \\w+)?|them) off|delete|drop(ping)?|lower|decrease|reduce|exclude|exclusion|liability only|cancel|sold)\\b",
            I);
    private static final QuickPattern MAILING_ONLY = QuickPattern.compile(
            "\\bmailing( address)? only\\b|\\b(did not|didn'?t|have not|haven'?t|not) mov(e|ed|ing)\\b|\\bp\\.?o\\.? ?box\\b|\\b(garaging|property)[^\\n]{0,30}(no change|same|unchanged)",
            I);
    private static final QuickPattern CONDITIONS = QuickPattern.compile(
            "\\b(replacement cost|agreed value|coinsurance|deductible (not|no) (more|greater)|valuation|special (form|causes))\\b",
            I);
    private static final QuickPattern ALTERED = QuickPattern.compile(
            "\\bstrike\\b|\\b(must|should|needs? to) (read|say|state)\\b|\\b(remove|delete|cross out|change|alter|edit|white out)( \\w+){0,4} (disclaimer|wording|language|clause|text)\\b|\\bbackdate\\b|\\bchange the date\\b",
            I);

    private static final QuickPattern DISPUTED =
            QuickPattern.compile("\\b(wrong|incorrect|disput\\w+|disagree|too high|error|not right)\\b", I);
    private static final QuickPattern SAME_AS_BEFORE = QuickPattern.compile("same as (last|before|previous|prior)", I);
    private static final QuickPattern BULK = QuickPattern.compile(
            "\\b\\d{2,} (borrowers|loans|holders|certificates|policies|vehicles|locations|drivers)\\b", I);
    private static final QuickPattern NAMED_VIN =
            QuickPattern.compile("(?i)\\bvin\\W{0,3}(?:is |# ?|no\\.? )?([A-HJ-NPR-Z0-9]{17})\\b");

    private final TopicReader topicReader;
    private final SenderIdentifier senders;
    private final WarningSigns warnings;
    private final AgencyProfile agency;

    RuleMessageReader(TopicReader topicReader, SenderIdentifier senders, WarningSigns warnings, AgencyProfile agency) {
        this.topicReader = topicReader;
        this.senders = senders;
        this.warnings = warnings;
        this.agency = agency;
    }

    @Override
    public Understanding read(MessageText written, @Nullable String clientId) {
        MessageText message = written.asSeen();
        MessageParts parts = MessageParts.of(message);
        LocalDate today = LocalDate.ofInstant(message.receivedAt(), agency.timeZone());
        SenderIdentifier.Found found = senders.identify(message, parts, clientId);
        Identity identity = found.identity();
        Entities entities = EntityFinder.find(message, parts, identity, today, senders::known);
        Topics topics = topicReader.read(message, parts, identity);
        Set<String> flags = warnings.find(written, identity.senderRole());
        String mark = mark(message, parts, identity, topics, flags);
        Signs signs = signs(message, parts, identity, entities, topics);
        List<String> missing = missing(entities, topics.main(), identity);
        flags(message, parts, identity, topics, signs, mark, flags);
        if (found.ambiguous()) {
            flags.add(Ambiguity.flag(found.candidates()));
        }
        return new Understanding(
                identity,
                entities,
                facts(message, identity, entities, topics, mark, signs, missing, flags),
                missing,
                List.copyOf(flags),
                topics.further(),
                topics.why(),
                topics.suggestion());
    }

    private static String mark(
            MessageText message, MessageParts parts, Identity identity, Topics topics, Set<String> flags) {
        if (flags.contains("PHISHING")) {
            return "PHISHING";
        }
        boolean hostile =
                flags.stream().anyMatch(flag -> WarningSigns.security(flag) && !flag.equals(WarningSigns.HIDDEN_ASK));
        if (hostile && identity.clientId() == null) {
            return "HOSTILE_INPUT";
        }
        boolean away = AUTO_REPLY.matcher(parts.subject()).find()
                || AUTO_REPLY.matcher(message.subject()).find()
                || AUTO_REPLY.matcher(parts.text()).find();
        if ((away || message.autoSubmitted()) && (away || message.reply()) && topics.written() < 5) {
            return "AUTO_REPLY";
        }
        if (topics.main().equals("MARKETING") && topics.spoken() >= MARKETING_FOUND && identity.clientId() == null) {
            return "MARKETING";
        }
        boolean shortText = parts.text().length() < 200
                && parts.forwarded().isBlank()
                && message.attachments().isEmpty();
        boolean nothingAsked =
                topics.main().equals("MARKETING") && !parts.text().contains("?");
        if (shortText
                && nothingAsked
                && THANKS.matcher(parts.text()).find()
                && topics.further().isEmpty()) {
            return "COURTESY";
        }
        return "NONE";
    }

    private static Signs signs(
            MessageText message, MessageParts parts, Identity identity, Entities entities, Topics topics) {
        String all = parts.all();
        String main = topics.main();
        boolean aboutCertificate = CERTIFICATES.contains(main);
        boolean wording = aboutCertificate && !entities.wording().isEmpty();
        boolean limits = aboutCertificate && !entities.requiredLimits().isEmpty();
        boolean contract = aboutCertificate && Contracts.attached(message);
        boolean altered = aboutCertificate && ALTERED.matcher(all).find();
        boolean conditions = main.equals("PROPERTY_EVIDENCE")
                && CONDITIONS.matcher(all + parts.attached()).find();
        boolean quote = QUOTE_REQUESTED.matcher(all).find() && !aboutCertificate;
        boolean moved = main.equals("ADDRESS") && !MAILING_ONLY.matcher(all).find();
        boolean dispute = main.equals("AUDIT") && DISPUTED.matcher(all).find();
        boolean asksAdvice = topics.speaksOf("COVERAGE_QUESTION");
        boolean judgement =
                wording || limits || contract || altered || conditions || quote || moved || dispute || asksAdvice;
        boolean lossFamily = main.equals("LOSS") || topics.speaksOf("LOSS");
        boolean injury = lossFamily
                && INJURY.matcher(NO_INJURY.matcher(all).replaceAll(" ")).find();
        return new Signs(
                wording,
                limits,
                contract,
                altered,
                conditions,
                quote,
                judgement,
                injury,
                alarm(identity, topics, all, injury, moved));
    }

    private static String alarm(Identity identity, Topics topics, String all, boolean injury, boolean moved) {
        if (injury) {
            return "INJURY";
        }
        boolean client = identity.senderRole() != SenderRole.CARRIER;
        if (client && TIME_CRITICAL.matcher(all).find()) {
            return "TIME_CRITICAL";
        }
        if (client
                && topics.main().equals("VEHICLE")
                && DRIVING_NOW.matcher(all).find()
                && !REDUCTION.matcher(all).find()) {
            return "TIME_CRITICAL";
        }
        if (topics.main().equals("LOSS") && ACTIVE_LOSS.matcher(all).find()) {
            return "ACTIVE_LOSS";
        }
        if (topics.main().equals("LOSS") && MINOR.matcher(all).find()) {
            return "MINOR";
        }
        if (topics.main().equals("RENEWAL") && topics.speaksOf("EXPOSURE")) {
            return "COVERAGE_AT_RISK";
        }
        if (client && identity.clientId() != null && REPEAT.matcher(all).find()) {
            return "REPEAT_CONTACT";
        }
        return moved ? "RATING_CHANGE" : "NONE";
    }

    private static List<String> missing(Entities entities, String main, Identity identity) {
        List<String> missing = new ArrayList<>();
        boolean certificate = main.equals("CERTIFICATE") || main.equals("PROPERTY_CERTIFICATE");
        if (certificate || main.equals("PROPERTY_EVIDENCE")) {
            if (identity.clientId() == null) {
                missing.add("insuredName");
            }
            if (certificate && entities.holderName() == null) {
                missing.add("holderName");
            }
            if (certificate && entities.holderAddress() == null) {
                missing.add("holderAddress");
            }
            if (certificate && entities.deliverTo() == null) {
                missing.add("deliveryAddress");
            }
            if (main.equals("PROPERTY_EVIDENCE") && identity.senderRole() == SenderRole.THIRD_PARTY) {
                missing.add("insuredConsent");
            }
        }
        if (main.equals("CANCELLATION") && identity.senderRole() != SenderRole.CARRIER) {
            missing.add("signedCancellationRequest");
        }
        if (main.equals("NONE")) {
            missing.add("intent");
        }
        return List.copyOf(missing);
    }

    private static void flags(
            MessageText message,
            MessageParts parts,
            Identity identity,
            Topics topics,
            Signs signs,
            String mark,
            Set<String> flags) {
        add(flags, "SPECIAL_WORDING", signs.wording());
        add(flags, "LIMIT_CHECK_REQUIRED", signs.limits());
        add(flags, "ALTERED_FORM_REQUESTED", signs.altered());
        add(flags, "COVERAGE_CONDITIONS_REQUIRED", signs.conditions());
        add(flags, "CONTRACT_ATTACHED", signs.contract());
        add(flags, "COMPARE_PRIOR_CERT", SAME_AS_BEFORE.matcher(parts.all()).find());
        add(flags, "THIRD_PARTY_REQUESTER", identity.senderRole() == SenderRole.THIRD_PARTY);
        add(flags, "FORWARDED_THREAD", parts.forward());
        add(flags, "THREAD_REPLY", parts.reply());
        add(flags, "AUTO_REPLY", mark.equals("AUTO_REPLY"));
        add(flags, "SPAM", mark.equals("MARKETING"));
        add(flags, "INJURY", signs.injury());
        add(flags, "TIME_CRITICAL", signs.alarm().equals("TIME_CRITICAL"));
        add(flags, "REPEAT_CONTACT", signs.alarm().equals("REPEAT_CONTACT"));
        add(
                flags,
                "QUOTE_REQUESTED",
                signs.quote()
                        && !Set.of("QUOTE", "LEAD", "COMMISSION", "BILLING", "REMARKET")
                                .contains(topics.main()));
        add(
                flags,
                "REDUCTION_OF_COVERAGE",
                Set.of("VEHICLE", "DRIVER", "COVERAGE_LIMIT", "PROPERTY_SCHEDULE")
                                .contains(topics.main())
                        && REDUCTION.matcher(parts.all()).find());
        add(
                flags,
                "CARRIER_NOTICE",
                identity.senderRole() == SenderRole.CARRIER
                        && !message.channel().equals("CARRIER_FEED"));
        add(
                flags,
                "INTERNAL",
                identity.senderRole() == SenderRole.STAFF && message.channel().equals("EMAIL"));
        add(flags, "SURPLUS_LINES", identity.surplusLines());
        add(flags, "EXPOSURE_CHANGE", topics.main().equals("EXPOSURE") || topics.speaksOf("EXPOSURE"));
        add(flags, "BULK", topics.main().equals("CERTIFICATE_BATCH") || bulk(parts));
        add(
                flags,
                "LEGAL_HOLD",
                topics.main().equals("COMPLAINT") || topics.main().equals("LEGAL"));
        add(
                flags,
                "NO_AUTO_REPLY",
                topics.main().equals("COMPLAINT") || topics.main().equals("LEGAL") || mark.equals("AUTO_REPLY"));
        add(flags, "LOSS_DURING_LAPSE", topics.main().equals("REINSTATEMENT") && topics.speaksOf("LOSS"));
        add(flags, "MULTI_INTENT", topics.further().size() > 1);
        boolean work = mark.equals("NONE");
        add(
                flags,
                "NO_CLIENT_MATCH",
                work
                        && identity.clientId() == null
                        && identity.senderRole() != SenderRole.STAFF
                        && !CLIENT_TOPICS.contains(topics.main()));
        add(flags, "AMBIGUOUS", work && topics.confidence() < AMBIGUOUS);
        add(flags, "BAD_VIN", badVin(parts.all()));
        String language = Languages.of(parts.all());
        add(flags, "LANGUAGE_ES", language.equals(Languages.SPANISH));
        add(flags, "LANGUAGE_OTHER", language.equals(Languages.OTHER));
        add(flags, "SENSITIVE_DATA", SensitiveNumbers.in(parts.all() + "\n" + parts.attached()));
    }

    private static Map<String, Object> facts(
            MessageText message,
            Identity identity,
            Entities entities,
            Topics topics,
            String mark,
            Signs signs,
            List<String> missing,
            Set<String> flags) {
        LocalDate today = LocalDate.ofInstant(message.receivedAt(), java.time.ZoneOffset.UTC);
        Map<String, Object> facts = new HashMap<>();
        facts.put("channel", message.channel());
        facts.put("senderRole", identity.senderRole().name());
        facts.put("authenticated", identity.authenticated());
        facts.put("clientFound", identity.clientId() != null);
        facts.put("ambiguousClient", Ambiguity.isIn(flags));
        facts.put("commercial", identity.commercial() || (identity.clientId() == null && business(topics)));
        facts.put("surplusLines", identity.surplusLines());
        boolean stateMatters = identity.clientId() != null || PROSPECTS.contains(topics.main());
        facts.put("state", identity.state() == null || !stateMatters ? "" : identity.state());
        facts.put(
                "lineOfBusiness",
                identity.lines().isEmpty() ? "" : identity.lines().get(0));
        facts.put("mark", mark);
        facts.put("topic", topics.main());
        facts.put("probability", topics.confidence());
        facts.put("margin", Math.round(topics.suggestion().margin() * 1000) / 1000.0);
        facts.put("agreement", topics.suggestion().agreement());
        facts.put("familiarity", Math.round(topics.suggestion().familiarity() * 1000) / 1000.0);
        facts.put("assistantOpinion", "NONE");
        facts.put("hazardSuspected", topics.hazardSuspected());
        facts.put("alarm", signs.alarm());
        facts.put("judgement", signs.judgement());
        facts.put("specialWording", signs.wording());
        facts.put("contractAttached", signs.contract());
        facts.put("missingInfo", !missing.isEmpty());
        facts.put("language", language(flags));
        facts.put("securityFlag", flags.stream().anyMatch(WarningSigns::security));
        facts.put("hoursToHardDate", hours(today, entities.hardDate(), message));
        facts.put("hoursToNeededBy", hours(today, entities.neededBy(), message));
        return Map.copyOf(facts);
    }

    private static boolean business(Topics topics) {
        return Set.of("CERTIFICATE", "CERTIFICATE_BATCH", "ADDITIONAL_INSURED", "AUDIT", "EXPOSURE", "CONTRACT")
                .contains(topics.main());
    }

    /** Whole hours from receipt to the end of the working day of the date; 9999 where there is none. */
    private static long hours(LocalDate today, @Nullable LocalDate date, MessageText message) {
        if (date == null) {
            return NO_DATE;
        }
        long hours = ChronoUnit.HOURS.between(
                message.receivedAt(), date.atTime(22, 0).toInstant(java.time.ZoneOffset.UTC));
        return date.isBefore(today) ? 0 : Math.max(0, Math.min(NO_DATE - 1, hours));
    }

    private static String language(Set<String> flags) {
        if (flags.contains("LANGUAGE_ES")) {
            return Languages.SPANISH;
        }
        return flags.contains("LANGUAGE_OTHER") ? Languages.OTHER : Languages.ENGLISH;
    }

    private static boolean bulk(MessageParts parts) {
        return SenderIdentifier.policyNumbers(parts.all() + "\n" + parts.attached())
                                .size()
                        >= 6
                || BULK.matcher(parts.all()).find();
    }

    private static boolean badVin(String text) {
        var matcher = NAMED_VIN.matcher(text);
        while (matcher.find()) {
            if (!Vin.valid(matcher.group(1).toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static void add(Set<String> flags, String flag, boolean condition) {
        if (condition) {
            flags.add(flag);
        }
    }

    private record Signs(
            boolean wording,
            boolean limits,
            boolean contract,
            boolean altered,
            boolean conditions,
            boolean quote,
            boolean judgement,
            boolean injury,
            String alarm) {}
}
