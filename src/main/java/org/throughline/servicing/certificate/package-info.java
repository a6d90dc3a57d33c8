/** Certificates of insurance: checked against the policy, issued, delivered, amended. */
@NullMarked
package org.throughline.servicing.certificate;

import org.jspecify.annotations.NullMarked;
