package org.throughline.automation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Levels that were set, and the history of every change. */
public interface LevelTable {

    Optional<LevelSetting> find(String workType);

    List<LevelSetting> all();

    /**
     * Sets a level if it still is as the caller read it.
     *
     * @return false where somebody else changed it since
     */
    boolean set(LevelSetting read, AutomationLevel to, String by, Instant at);

    void add(AutomationChange change);

    /** The latest first, of one subject and key or of all. */
    List<AutomationChange> changes(@Nullable String subject, @Nullable String key, int page, int size);

    long countChanges(@Nullable String subject, @Nullable String key);
}
