/** What this process samples, when, and the file in which it says how large its stores are. */
@NullMarked
package io.ratel.server.snapshot;

import org.jspecify.annotations.NullMarked;
