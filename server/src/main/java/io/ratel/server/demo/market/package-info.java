/**
 * What the demo's markets are and how their fair prices move: terms, a seeded process of prices
 * with a common part, clustering volatility, a daily pattern and news that is known to come.
 */
@NullMarked
package io.ratel.server.demo.market;

import org.jspecify.annotations.NullMarked;
