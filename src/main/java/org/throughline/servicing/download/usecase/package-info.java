/** What is done with a carrier's transaction, and what it needs from outside. */
@NullMarked
package org.throughline.servicing.download.usecase;

import org.jspecify.annotations.NullMarked;
