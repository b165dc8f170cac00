/** What the doors do with who asks for too much. */
@NullMarked
package io.ratel.gateway.rate;

import org.jspecify.annotations.NullMarked;
