/** Tests of the web applications in a real browser. */
@NullMarked
package org.throughline.browser;

import org.jspecify.annotations.NullMarked;
