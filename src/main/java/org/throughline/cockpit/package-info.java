/** The page "Agency" in Cockpit: the server half of the plugin whose front half stands in {@code plugin-webapp/agency}. */
@NullMarked
package org.throughline.cockpit;

import org.jspecify.annotations.NullMarked;
