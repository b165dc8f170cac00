/** Reference rates of the European Central Bank (its {@code eurofxref} documents). */
@NullMarked
package io.ratel.adapters.ecb;

import org.jspecify.annotations.NullMarked;
