/** Adapter to HawkSoft: its Partner API 3.0 and the mapping to the canonical model. */
@NullMarked
package org.throughline.ams.hawksoft;

import org.jspecify.annotations.NullMarked;
