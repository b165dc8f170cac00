/** What is computed at the doors, and what is refused. */
@NullMarked
package io.ratel.gateway.quant;

import org.jspecify.annotations.NullMarked;
