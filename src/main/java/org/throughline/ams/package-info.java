/** The port to any agency management system and its canonical model. */
@NullMarked
package org.throughline.ams;

import org.jspecify.annotations.NullMarked;
