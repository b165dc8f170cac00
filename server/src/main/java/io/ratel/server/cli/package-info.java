/** The command line: one class a command, and the exit codes they share. */
@NullMarked
package io.ratel.server.cli;

import org.jspecify.annotations.NullMarked;
