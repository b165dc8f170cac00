/**
 * Where a user is signed in. A session is what an outer token names; {@link
 * io.ratel.security.session.Sessions} remembers from which address and device it was opened and
 * when it was last used, so that its owner can recognise it and end it. Whether a token still
 * counts is no matter of this list but of barriers.
 */
@NullMarked
package io.ratel.security.session;

import org.jspecify.annotations.NullMarked;
