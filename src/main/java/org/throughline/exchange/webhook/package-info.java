/** Messages to other systems about what happens to requests: who gets them, what they say, and how they are delivered. */
@NullMarked
package org.throughline.exchange.webhook;

import org.jspecify.annotations.NullMarked;
