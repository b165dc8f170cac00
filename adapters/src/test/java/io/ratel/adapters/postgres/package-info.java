/** The projection against a real PostgreSQL. */
package io.ratel.adapters.postgres;
