/** What every capability stands on: clock, numbers, the agency's profile. */
@NullMarked
package org.throughline.platform;

import org.jspecify.annotations.NullMarked;
