/** The local client index: stored, kept in memory for look-ups, and kept in step with the agency management system. */
@NullMarked
package org.throughline.ams.index;

import org.jspecify.annotations.NullMarked;
