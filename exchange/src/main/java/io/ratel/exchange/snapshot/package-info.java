/**
 * The state of the machine as words, in one canonical form. Each part of the machine writes its
 * own; who writes and who reads stand next to each other in the part's class.
 */
@NullMarked
package io.ratel.exchange.snapshot;

import org.jspecify.annotations.NullMarked;
