/** Tests of the portal's pages. */
@NullMarked
package org.throughline.intake.portal.web;

import org.jspecify.annotations.NullMarked;
