/** The engine's side of a change of a contact. */
@NullMarked
package org.throughline.servicing.contact.process;

import org.jspecify.annotations.NullMarked;
