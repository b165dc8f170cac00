/**
 * Users who trade together. A pool has one account at the exchange, and members who are associates
 * (they see it and own units of it), moderators (they trade on it too, and invite) or owners (they
 * also decide how it is set, and who is what). Nobody takes money out of a pool's account: what
 * members put in and get back are units, which the exchange keeps.
 */
@NullMarked
package io.ratel.security.pool;

import org.jspecify.annotations.NullMarked;
