@NullMarked
package org.throughline.request.web;

import org.jspecify.annotations.NullMarked;
