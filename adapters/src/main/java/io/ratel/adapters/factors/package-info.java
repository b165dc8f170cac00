/**
 * Factor files in LEAN's form, {@code YYYYMMDD,price factor,split factor,reference price}, one for
 * each share, read from a folder or from the web.
 */
@NullMarked
package io.ratel.adapters.factors;

import org.jspecify.annotations.NullMarked;
