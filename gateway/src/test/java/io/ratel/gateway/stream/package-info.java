/** The hub by itself, with time moved by hand. */
@NullMarked
package io.ratel.gateway.stream;

import org.jspecify.annotations.NullMarked;
