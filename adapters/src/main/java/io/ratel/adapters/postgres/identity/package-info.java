/**
 * What proves who a user is, and where it is signed in, as rows of schema {@code platform}. What
 * must happen once (a code, a challenge, a counter that goes on) is one statement that changes a
 * row and says whether it did, so that of two nodes one wins.
 */
@NullMarked
package io.ratel.adapters.postgres.identity;

import org.jspecify.annotations.NullMarked;
