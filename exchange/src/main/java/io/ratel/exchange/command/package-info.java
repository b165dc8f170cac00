/** What can be asked of the exchange, as records and as SBE messages. */
@NullMarked
package io.ratel.exchange.command;

import org.jspecify.annotations.NullMarked;
