package org.throughline.reporting;

import java.util.List;

/** Makes one of the reports; {@link Reports} finds it by its name. */
interface ReportSource {

    ReportName name();

    /**
     * The figures.
     *
     * @param groups the columns that tell the rows apart, out of {@link ReportName#groupings()}
     * @param generatedAt time of the figures with offset
     */
    Report of(Period period, List<String> groups, String generatedAt);
}
