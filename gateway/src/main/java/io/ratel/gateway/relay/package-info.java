/**
 * The markets of another process. A node that only streams follows each topic that its clients read
 * at the process where the market data is, once for all of them, over that process's own stream:
 * the last value first, then the changes, recovered after an interruption. What was before it asks
 * for there too, and hands it over into its own topics.
 */
@NullMarked
package io.ratel.gateway.relay;

import org.jspecify.annotations.NullMarked;
