/**
 * The threads between a command and its answer: which there are, the processors they are bound to,
 * and how they wake each other so that an idle venue sleeps.
 */
@NullMarked
package io.ratel.adapters.aeron.thread;

import org.jspecify.annotations.NullMarked;
