@NullMarked
package org.throughline.servicing.submission;

import org.jspecify.annotations.NullMarked;
