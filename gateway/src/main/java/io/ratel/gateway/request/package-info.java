/**
 * What every resource needs between a request and the exchange: symbols, amounts and keys on the
 * way in, refusals in the caller's words and places in lists on the way out, and the wait of an
 * account's reads for its own writes.
 */
@NullMarked
package io.ratel.gateway.request;

import org.jspecify.annotations.NullMarked;
