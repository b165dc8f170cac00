/**
 * Secrets under attack: rows that are moved, renamed, replayed, cut and damaged, keys that are worn
 * and retired, and Wycheproof's vectors for the cipher underneath.
 */
@NullMarked
package io.ratel.security.secret;

import org.jspecify.annotations.NullMarked;
