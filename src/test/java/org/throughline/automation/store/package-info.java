@NullMarked
package org.throughline.automation.store;

import org.jspecify.annotations.NullMarked;
