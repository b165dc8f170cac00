/** Several feeds together: one stands in for another, and all stop at once. */
@NullMarked
package io.ratel.adapters.live;

import org.jspecify.annotations.NullMarked;
