/** Tokens under attack. */
@NullMarked
package io.ratel.security.token;

import org.jspecify.annotations.NullMarked;
