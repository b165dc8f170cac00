/** Passwords and users. */
@NullMarked
package io.ratel.security.identity;

import org.jspecify.annotations.NullMarked;
