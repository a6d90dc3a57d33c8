/** The reports over HTTP. */
@NullMarked
package org.throughline.reporting.web;

import org.jspecify.annotations.NullMarked;
