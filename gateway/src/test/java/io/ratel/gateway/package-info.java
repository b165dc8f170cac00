/** The doors, tried from outside: a real gateway on a free port, with hand-written ports behind. */
@NullMarked
package io.ratel.gateway;

import org.jspecify.annotations.NullMarked;
