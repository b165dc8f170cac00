/**
 * Alerts at the doors: users make, list, change, pause and delete theirs, and see what fired; the
 * stream's topic {@code alerts} tells it when it is stored.
 */
@NullMarked
package io.ratel.gateway.alert;

import org.jspecify.annotations.NullMarked;
