/** The door to markets' pasts, before rows and requests that are in memory. */
@NullMarked
package io.ratel.gateway.history;

import org.jspecify.annotations.NullMarked;
