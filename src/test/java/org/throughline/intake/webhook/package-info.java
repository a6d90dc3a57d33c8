/** Tests of the webhooks. */
@NullMarked
package org.throughline.intake.webhook;

import org.jspecify.annotations.NullMarked;
