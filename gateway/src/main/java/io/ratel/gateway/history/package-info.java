/**
 * The door to markets' pasts: one question for what was and what is, in pages, with what is missing
 * named; and the requests for what is missing, whose end is told on the topic {@code
 * HISTORY_READY}.
 */
@NullMarked
package io.ratel.gateway.history;

import org.jspecify.annotations.NullMarked;
