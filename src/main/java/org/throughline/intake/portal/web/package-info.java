/** The pages under {@code /portal}; each works as a plain form, the script only makes it quicker. */
@NullMarked
package org.throughline.intake.portal.web;

import org.jspecify.annotations.NullMarked;
