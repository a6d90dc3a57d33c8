/** Changes of a client's contact: confirmed on the old channel, then made in the agency management system. */
@NullMarked
package org.throughline.servicing.contact;

import org.jspecify.annotations.NullMarked;
