/**
 * API keys: long-lived secrets for programs. A key is 256 random bits, shown once; what is kept is
 * its SHA-256 and a prefix to find it by. It is bound to a user, to groups of features, and to
 * addresses and an end when its owner wants.
 */
@NullMarked
package io.ratel.security.apikey;

import org.jspecify.annotations.NullMarked;
