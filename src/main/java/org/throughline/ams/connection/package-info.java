/**
 * The connections of all agencies to their agency management systems at once: each in a context of its own, so that an
 * adapter knows of one only, and the ports that pick the one of the agency at work.
 */
@NullMarked
package org.throughline.ams.connection;

import org.jspecify.annotations.NullMarked;
