/** The servicing workflows, one folder a workflow. */
@NullMarked
package org.throughline.servicing;

import org.jspecify.annotations.NullMarked;
