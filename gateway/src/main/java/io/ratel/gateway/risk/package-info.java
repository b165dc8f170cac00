/**
 * What an account may lose: read from its balances, its positions on margin and the past of the
 * markets that price them, asked for once over REST or followed on the stream, where each fill and
 * each tick changes what it changes and nothing else is computed again.
 */
@NullMarked
package io.ratel.gateway.risk;

import org.jspecify.annotations.NullMarked;
