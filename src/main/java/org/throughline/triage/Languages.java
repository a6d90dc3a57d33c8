package org.throughline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by its small words whether a text is English, Spanish or neither; in doubt it is English. */
final class Languages {

    static final String ENGLISH = "en";
    static final String SPANISH = "es";
    static final String OTHER = "other";

    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "and", "to", "of", "is", "are", "for", "we", "you", "please", "our", "my", "it", "with", "on",
            "that", "this", "have", "has", "your", "be", "can", "need", "from", "at", "was", "will", "they", "an", "i",
            "or", "if", "by", "as", "not", "he", "she", "her", "his", "what", "when", "do");
    private static final Set<String> SPANISH_WORDS = Set.of(
            "el",
            "la",
            "los",
            "las",
            "que",
            "de",
            "y",
            "en",
            "por",
            "para",
            "con",
            "mi",
            "su",
            "una",
            "un",
            "es",
            "del",
            "favor",
            "necesito",
            "gracias",
            "quiero",
            "está",
            "esta",
            "como",
            "más",
            "pero",
            "nos",
            "me",
            "se",
            "al",
            "tengo",
            "hola",
            "buenos",
            "buenas",
            "días",
            "póliza",
            "poliza",
            "seguro",
            "usted",
            "ustedes",
            "muy",
            "hay",
            "fue",
            "soy",
            "nuestro",
            "nuestra",
            "puede",
            "pueden",
            "lo",
            "le",
            "carro",
            "choque",
            "cuando",
            "porque",
            "ya");
    /** Words that stand in names of places and firms in the middle of English. */
    private static final Set<String> IN_NAMES = Set.of("el", "la", "los", "las", "de", "del", "en", "y", "al");

    private static final List<Set<String>> OTHERS = List.of(
            Set.of(
                    "le", "la", "les", "des", "et", "je", "vous", "nous", "est", "une", "pour", "dans", "mon", "votre",
                    "bonjour", "merci", "avec", "sur", "pas", "ma", "du", "que", "qui", "suis", "avons"),
            Set.of(
                    "der", "die", "das", "und", "ist", "ich", "wir", "sie", "nicht", "für", "bitte", "mit", "ein",
                    "eine", "den", "von", "zu", "haben", "meine", "unser", "danke", "auf", "im", "dem"),
            Set.of(
                    "o",
                    "os",
                    "do",
                    "da",
                    "não",
                    "nao",
                    "para",
                    "uma",
                    "um",
                    "com",
                    "meu",
                    "minha",
                    "você",
                    "obrigado",
                    "obrigada",
                    "preciso",
                    "seguro",
                    "em",
                    "na",
                    "dos",
                    "e",
                    "bom",
                    "dia",
                    "por"),
            Set.of(
                    "il",
                    "lo",
                    "gli",
                    "di",
                    "che",
                    "per",
                    "non",
                    "una",
                    "sono",
                    "mio",
                    "mia",
                    "grazie",
                    "con",
                    "della",
                    "buongiorno",
                    "è",
                    "ho",
                    "vorrei",
                    "nostro",
                    "del"),
            Set.of(
                    "tôi", "của", "và", "là", "cho", "không", "xin", "cảm", "ơn", "bảo", "hiểm", "có", "được", "với",
                    "xe"),
            Set.of("ang", "ng", "sa", "po", "ako", "ko", "mga", "na", "namin", "kailangan", "salamat", "ay", "hindi"),
            Set.of(
                    "nie",
                    "się",
                    "na",
                    "jest",
                    "proszę",
                    "dzień",
                    "dobry",
                    "mam",
                    "jak",
                    "do",
                    "mojego",
                    "dziękuję",
                    "z"));
    private static final int ENOUGH = 3;

    private Languages() {}

    /** {@link #ENGLISH}, {@link #SPANISH} or {@link #OTHER}. */
    static String of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        if (letters >= 8 && latin * 2 < letters) {
            return OTHER;
        }
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        long english = count(words, ENGLISH_WORDS);
        long spanish = count(words, SPANISH_WORDS);
        long other = OTHERS.stream().mapToLong(set -> count(words, set)).max().orElse(0);
        long inNames = count(words, IN_NAMES);
        if (spanish >= ENOUGH && spanish > inNames && spanish > english && spanish >= other) {
            return SPANISH;
        }
        return other >= ENOUGH && other > english && other > spanish ? OTHER : ENGLISH;
    }

    private static long count(List<String> words, Set<String> of) {
        return words.stream().filter(of::contains).count();
    }
}
