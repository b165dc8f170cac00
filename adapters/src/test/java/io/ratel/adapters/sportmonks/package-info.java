/** A match from its kick-off to its end. */
@NullMarked
package io.ratel.adapters.sportmonks;

import org.jspecify.annotations.NullMarked;
