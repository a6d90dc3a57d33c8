package org.throughline.staff;

import java.util.List;

/** The work types that there are, as whoever classifies work knows them. */
public interface WorkTypes {

    /** Ids such as {@code CERT_LIABILITY}. */
    List<String> all();
}
