/** Tests of intake. */
@NullMarked
package org.throughline.intake.web;

import org.jspecify.annotations.NullMarked;
