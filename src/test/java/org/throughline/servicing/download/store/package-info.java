/** Tests of servicing download store. */
@NullMarked
package org.throughline.servicing.download.store;

import org.jspecify.annotations.NullMarked;
