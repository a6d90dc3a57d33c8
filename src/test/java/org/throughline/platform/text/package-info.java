/** Tests of looking for words in texts. */
@NullMarked
package org.throughline.platform.text;

import org.jspecify.annotations.NullMarked;
