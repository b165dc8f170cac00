/**
 * What the house does: it moves money, clears and settles, liquidates, deals in contracts for
 * difference, keeps pools and passes on what companies do to their shares. It works on the machine
 * and is called by it.
 */
@NullMarked
package io.ratel.exchange.house;

import org.jspecify.annotations.NullMarked;
