/** The morning's work of the practice agency: its sample items, delivered once after the first start. */
@NullMarked
package org.throughline.sandbox.mail.morning;

import org.jspecify.annotations.NullMarked;
