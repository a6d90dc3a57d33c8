/** Documents of a request: the store and the rendering to PDF. */
@NullMarked
package org.throughline.documents;

import org.jspecify.annotations.NullMarked;
