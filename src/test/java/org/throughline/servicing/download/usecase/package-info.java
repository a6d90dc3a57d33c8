/** Tests of servicing download usecase. */
@NullMarked
package org.throughline.servicing.download.usecase;

import org.jspecify.annotations.NullMarked;
