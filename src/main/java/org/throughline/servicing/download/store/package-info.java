/** The table of policy numbers that people have matched. */
@NullMarked
package org.throughline.servicing.download.store;

import org.jspecify.annotations.NullMarked;
