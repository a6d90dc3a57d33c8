/** The engine's set-up and typed process variables. */
@NullMarked
package org.throughline.platform.engine;

import org.jspecify.annotations.NullMarked;
