/**
 * What a pipeline reaches outside of the room of market data: a library that reads and computes its
 * formulas, tables in files that it joins with, and files that it writes lines to.
 */
@NullMarked
package io.ratel.adapters.pipeline;

import org.jspecify.annotations.NullMarked;
