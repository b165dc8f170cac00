/** Chains that somebody has laid hands on. */
@NullMarked
package io.ratel.security.audit;

import org.jspecify.annotations.NullMarked;
