/** The register of AI outputs in the database. */
@NullMarked
package org.throughline.assistant.store;

import org.jspecify.annotations.NullMarked;
