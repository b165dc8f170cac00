/**
 * Who has how much. Every movement debits one account and credits another by the same amount, so
 * the balances of an asset always add up to zero: what the accounts hold, the world owes.
 */
@NullMarked
package io.ratel.exchange.ledger;

import org.jspecify.annotations.NullMarked;
