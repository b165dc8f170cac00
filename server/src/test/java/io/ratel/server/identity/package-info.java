/** People who get into a running venue, and what they do to keep others out. */
@NullMarked
package io.ratel.server.identity;

import org.jspecify.annotations.NullMarked;
