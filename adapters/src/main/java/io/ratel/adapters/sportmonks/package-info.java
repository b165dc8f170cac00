/** Matches and what happens in them, in the shape of Sportmonks' football API v3. */
@NullMarked
package io.ratel.adapters.sportmonks;

import org.jspecify.annotations.NullMarked;
