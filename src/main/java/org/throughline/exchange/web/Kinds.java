package org.throughline.exchange.web;

import org.throughline.exchange.ExchangeKind;
import org.throughline.platform.web.Problem;

/** Kinds of files in addresses. */
final class Kinds {

    private Kinds() {}

    static ExchangeKind of(String id) {
        return ExchangeKind.find(id)
                .orElseThrow(() ->
                        Problem.notFound("There is nothing called " + id + ". Use clients, policies or open-work."));
    }
}
