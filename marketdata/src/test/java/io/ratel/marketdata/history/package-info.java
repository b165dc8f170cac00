/** History before stores and ledgers in memory. */
@NullMarked
package io.ratel.marketdata.history;

import org.jspecify.annotations.NullMarked;
