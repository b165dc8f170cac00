/**
 * Economic series of the Federal Reserve Bank of St. Louis (FRED's {@code series/observations}).
 */
@NullMarked
package io.ratel.adapters.fred;

import org.jspecify.annotations.NullMarked;
