/** Tests of reading and writing XML. */
@NullMarked
package org.throughline.platform.xml;

import org.jspecify.annotations.NullMarked;
