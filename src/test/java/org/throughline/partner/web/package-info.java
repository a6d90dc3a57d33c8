@NullMarked
package org.throughline.partner.web;

import org.jspecify.annotations.NullMarked;
