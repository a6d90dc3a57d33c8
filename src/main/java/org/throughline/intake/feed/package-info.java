/** The carrier feed: files that carriers leave in a folder, and the transactions in them. */
@NullMarked
package org.throughline.intake.feed;

import org.jspecify.annotations.NullMarked;
