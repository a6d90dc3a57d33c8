/** How a carrier's transaction and a policy of the agency are compared. */
@NullMarked
package org.throughline.servicing.download.model;

import org.jspecify.annotations.NullMarked;
