/** Carriers whose core system speaks Guidewire's Cloud API: jobs on policies, claims, documents and accounts. */
@NullMarked
package org.throughline.carrier.policychange;

import org.jspecify.annotations.NullMarked;
