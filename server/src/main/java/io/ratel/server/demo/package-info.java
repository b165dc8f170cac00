/**
 * A venue that lives by itself: instruments, a funded user and seeded traders that trade as anyone
 * would.
 */
@NullMarked
package io.ratel.server.demo;

import org.jspecify.annotations.NullMarked;
