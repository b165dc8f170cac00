/**
 * The machinery of live connections against servers of the test's own that speak each venue's
 * published format, with time and chance ruled by the test.
 */
@NullMarked
package io.ratel.adapters.venue;

import org.jspecify.annotations.NullMarked;
