/** Tests of the assistant against a provider that answers, errs, dawdles and lies. */
@NullMarked
package org.throughline.assistant.chat;

import org.jspecify.annotations.NullMarked;
