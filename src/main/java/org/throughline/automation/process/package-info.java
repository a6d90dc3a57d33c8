/** Where automation meets the engine: samples for review and the comparison with what a person did. */
@NullMarked
package org.throughline.automation.process;

import org.jspecify.annotations.NullMarked;
