/**
 * What a topic's messages add up to, in JSON and without the market behind them: how a delta
 * changes the value, and how several in a row become one with the same effect. A relay keeps values
 * so, and the stream joins what a reader does not want one by one.
 */
@NullMarked
package io.ratel.gateway.topic.value;

import org.jspecify.annotations.NullMarked;
