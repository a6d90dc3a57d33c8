/** Tests of what all REST resources share. */
@NullMarked
package org.throughline.platform.web;

import org.jspecify.annotations.NullMarked;
