/** Who may call what: authentication in front of every path, by the engine's own users and groups. */
@NullMarked
package org.throughline.platform.security;

import org.jspecify.annotations.NullMarked;
