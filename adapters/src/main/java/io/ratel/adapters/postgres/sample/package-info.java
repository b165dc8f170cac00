/** What is read of PostgreSQL to be sampled: accounts and assets as they are, and tables' sizes. */
@NullMarked
package io.ratel.adapters.postgres.sample;

import org.jspecify.annotations.NullMarked;
