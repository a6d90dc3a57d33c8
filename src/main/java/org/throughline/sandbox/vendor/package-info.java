/** What all simulated vendor systems share: records on disk, faults, the gate before the API, the admin's controls. */
@NullMarked
package org.throughline.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
