/**
 * What only Linux gives: which processors a thread may run on ({@link
 * io.ratel.adapters.linux.Processors}), asked of the C library without one of our own. Elsewhere it
 * is not there, and says so.
 */
@NullMarked
package io.ratel.adapters.linux;

import org.jspecify.annotations.NullMarked;
