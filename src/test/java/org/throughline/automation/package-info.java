@NullMarked
package org.throughline.automation;

import org.jspecify.annotations.NullMarked;
