/** Numbers that must not be repeated: found by their look and masked in everything derived from a message. */
@NullMarked
package org.throughline.platform.privacy;

import org.jspecify.annotations.NullMarked;
