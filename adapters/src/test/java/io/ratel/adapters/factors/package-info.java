/** Factor files, ours and published ones, read and applied to bars. */
@NullMarked
package io.ratel.adapters.factors;

import org.jspecify.annotations.NullMarked;
