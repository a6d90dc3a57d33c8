/** Adapter to NowCerts (Momentum AMP): its API, its session, and the mapping to the canonical model. */
@NullMarked
package org.throughline.ams.nowcerts;

import org.jspecify.annotations.NullMarked;
