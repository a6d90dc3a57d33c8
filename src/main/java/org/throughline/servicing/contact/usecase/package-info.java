/** What is read, asked and planned for a change of a contact. */
@NullMarked
package org.throughline.servicing.contact.usecase;

import org.jspecify.annotations.NullMarked;
