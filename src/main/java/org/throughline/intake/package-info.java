/** Takes in what arrives: stores it, finds sender and client, opens requests. */
@NullMarked
package org.throughline.intake;

import org.jspecify.annotations.NullMarked;
