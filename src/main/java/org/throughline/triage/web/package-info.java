/** Shows over HTTP what would become of a message. */
@NullMarked
package org.throughline.triage.web;

import org.jspecify.annotations.NullMarked;
