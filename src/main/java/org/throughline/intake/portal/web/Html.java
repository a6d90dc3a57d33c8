package org.throughline.intake.portal.web;

import java.util.Collection;
import java.util.stream.Collectors;

/** Finished markup, made of our own templates only; any other value of a template is a text and is escaped. */
record Html(String markup) {

    static final Html NONE = new Html("");

    static Html of(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }
}
