/** From a token to a caller: who it is and which accounts are its own. */
@NullMarked
package io.ratel.gateway.access;

import org.jspecify.annotations.NullMarked;
