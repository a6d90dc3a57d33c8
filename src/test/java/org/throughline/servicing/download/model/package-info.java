/** Tests of servicing download model. */
@NullMarked
package org.throughline.servicing.download.model;

import org.jspecify.annotations.NullMarked;
