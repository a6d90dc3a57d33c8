/** What goes between the agency's other tools and here: spreadsheets in and out, and messages to a CRM. */
@NullMarked
package org.throughline.exchange;

import org.jspecify.annotations.NullMarked;
