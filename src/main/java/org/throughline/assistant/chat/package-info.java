/** An assistant behind the chat interface that OpenAI's API made common. */
@NullMarked
package org.throughline.assistant.chat;

import org.jspecify.annotations.NullMarked;
