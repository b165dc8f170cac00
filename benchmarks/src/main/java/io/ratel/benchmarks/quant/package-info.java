/**
 * What figures of the quant room cost, beside Strata and ojAlgo: options in columns and one by one,
 * matrices, and the risk of a portfolio.
 */
@NullMarked
package io.ratel.benchmarks.quant;

import org.jspecify.annotations.NullMarked;
