package org.throughline.intake.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form, a sentence a field, in the order of the fields; later ones of a field do not count. */
final class FormErrors {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    void add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    Map<String, String> sentences() {
        return sentences;
    }

    String of(String field) {
        return sentences.getOrDefault(field, "");
    }
}
