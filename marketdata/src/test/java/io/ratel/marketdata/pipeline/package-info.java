/** Steps alone, windows against a naive gathering, and whole pipelines behind live markets. */
@NullMarked
package io.ratel.marketdata.pipeline;

import org.jspecify.annotations.NullMarked;
