/** What the database adds up, and what it says of itself. */
@NullMarked
package io.ratel.adapters.postgres.sample;

import org.jspecify.annotations.NullMarked;
