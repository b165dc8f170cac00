/** Second factors against the published vectors, and what is refused. */
@NullMarked
package io.ratel.security.factor;

import org.jspecify.annotations.NullMarked;
