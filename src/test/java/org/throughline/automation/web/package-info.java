@NullMarked
package org.throughline.automation.web;

import org.jspecify.annotations.NullMarked;
