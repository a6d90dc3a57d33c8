/** Adapter to EZLynx: its two surfaces with their logins, its webhook, and the mapping to the canonical model. */
@NullMarked
package org.throughline.ams.ezlynx;

import org.jspecify.annotations.NullMarked;
