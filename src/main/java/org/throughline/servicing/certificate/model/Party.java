package org.throughline.servicing.certificate.model;

import java.util.List;

/** A name with the lines of its postal address. */
public record Party(String name, List<String> addressLines) {}
