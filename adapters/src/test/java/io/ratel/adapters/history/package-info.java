/** Venues' histories, before servers that page as the venues do. */
@NullMarked
package io.ratel.adapters.history;

import org.jspecify.annotations.NullMarked;
