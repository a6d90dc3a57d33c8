/** Tests of the interface of triage. */
@NullMarked
package org.throughline.triage.web;

import org.jspecify.annotations.NullMarked;
