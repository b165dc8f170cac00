/**
 * The only place that knows every room: {@link io.ratel.server.Main} reads the command line, {@code
 * config} the configuration, {@code role} starts what was asked for and {@code demo} gives it
 * something to do.
 */
@NullMarked
package io.ratel.server;

import org.jspecify.annotations.NullMarked;
