@NullMarked
package org.throughline.request.outbound.web;

import org.jspecify.annotations.NullMarked;
