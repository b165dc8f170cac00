/**
 * What an account's owner follows: orders, balances and positions, what positions lived through,
 * and the risk of it all. Each is read once from the views and from then on lives on the exchange's
 * events.
 */
@NullMarked
package io.ratel.gateway.topic.account;

import org.jspecify.annotations.NullMarked;
