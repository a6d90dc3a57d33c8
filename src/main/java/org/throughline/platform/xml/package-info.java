/** XML of others, read so that nothing in it is fetched, expanded or endless; and XML of ours, written. */
@NullMarked
package org.throughline.platform.xml;

import org.jspecify.annotations.NullMarked;
