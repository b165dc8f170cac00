/**
 * Users' alerts in schema {@code platform}: kept, found, and followed by every node that tells a
 * user what fired.
 */
@NullMarked
package io.ratel.adapters.postgres.alert;

import org.jspecify.annotations.NullMarked;
