/**
 * How far each work type's automation is trusted: its level, the evidence for it, samples drawn after the fact, and the
 * kill switches. Capabilities that run automations ask here before each effect outside and tell what became of it.
 */
@NullMarked
package org.throughline.automation;

import org.jspecify.annotations.NullMarked;
