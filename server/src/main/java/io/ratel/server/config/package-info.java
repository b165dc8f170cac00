/**
 * The configuration: files, environment and options become one record a room, or a list of every
 * fault.
 */
@NullMarked
package io.ratel.server.config;

import org.jspecify.annotations.NullMarked;
