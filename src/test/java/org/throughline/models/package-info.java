/** Checks that read all models as data: their style, and that every name in them leads somewhere. */
@NullMarked
package org.throughline.models;

import org.jspecify.annotations.NullMarked;
