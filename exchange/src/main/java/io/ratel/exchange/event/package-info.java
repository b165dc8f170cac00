/** What the exchange did, as records and as SBE messages, numbered without gaps. */
@NullMarked
package io.ratel.exchange.event;

import org.jspecify.annotations.NullMarked;
