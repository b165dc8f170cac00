/** What is set, and every fault of it told at once. */
@NullMarked
package io.ratel.server.config;

import org.jspecify.annotations.NullMarked;
