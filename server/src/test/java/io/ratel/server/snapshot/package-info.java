/** What a venue tells of itself to those outside. */
@NullMarked
package io.ratel.server.snapshot;

import org.jspecify.annotations.NullMarked;
