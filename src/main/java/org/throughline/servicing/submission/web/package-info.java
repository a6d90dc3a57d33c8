/** Carrier submissions over HTTP. */
@NullMarked
package org.throughline.servicing.submission.web;

import org.jspecify.annotations.NullMarked;
