/** Ways in over HTTP, and what is refused at each. */
@NullMarked
package io.ratel.gateway.identity;

import org.jspecify.annotations.NullMarked;
