/** A chain's answers. */
@NullMarked
package io.ratel.adapters.ethereum;

import org.jspecify.annotations.NullMarked;
