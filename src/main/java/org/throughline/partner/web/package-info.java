/** Partners' work over HTTP, for partners' people and their own systems. */
@NullMarked
package org.throughline.partner.web;

import org.jspecify.annotations.NullMarked;
