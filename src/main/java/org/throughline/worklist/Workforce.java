package org.throughline.worklist;

import java.util.List;

/** Who works from a queue, who of them is there, and how much they have to do already. */
public interface Workforce {

    /** Everybody who works from a queue and has not left. */
    List<Colleague> of(String queue);

    /**
     * Whose client it is: its account manager and producer as the agency management system names them, else the user id of
     * who worked for it last; empty for a client whom nobody has served yet.
     */
    List<String> ownersOf(String clientId);
}
