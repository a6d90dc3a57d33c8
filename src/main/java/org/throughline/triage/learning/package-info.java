/** What analysts teach the suggester: examples, phrases and models, each tried, measured and taken back by people. */
@NullMarked
package org.throughline.triage.learning;

import org.jspecify.annotations.NullMarked;
