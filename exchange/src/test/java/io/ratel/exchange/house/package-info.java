/** The house: margins, liquidations, dealing, pools, and what companies do to their shares. */
@NullMarked
package io.ratel.exchange.house;

import org.jspecify.annotations.NullMarked;
