/** Adapter to carriers that take ACORD property and casualty XML, and the reader of what they send of their own. */
@NullMarked
package org.throughline.carrier.acordxml;

import org.jspecify.annotations.NullMarked;
