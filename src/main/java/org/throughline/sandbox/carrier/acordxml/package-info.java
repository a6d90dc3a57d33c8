/** Carriers that take ACORD property and casualty XML at one address each, with the standard's statuses. */
@NullMarked
package org.throughline.sandbox.carrier.acordxml;

import org.jspecify.annotations.NullMarked;
