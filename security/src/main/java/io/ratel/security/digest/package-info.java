/** The one hash that names, binds and chains things here. */
@NullMarked
package io.ratel.security.digest;

import org.jspecify.annotations.NullMarked;
