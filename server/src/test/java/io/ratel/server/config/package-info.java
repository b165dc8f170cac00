/** What settings mean, and what is said of those that are wrong. */
@NullMarked
package io.ratel.server.config;

import org.jspecify.annotations.NullMarked;
