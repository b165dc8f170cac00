/**
 * Enrichment of market data as it comes, said in the configuration and not in code: a {@link
 * io.ratel.marketdata.pipeline.Pipeline} takes trades, quotes or bars of some markets as rows of
 * named fields, filters, computes, joins and gathers them in windows of event time, and hands each
 * row to those of its outputs whose condition holds. Every pipeline has a thread and a bounded
 * queue of its own, so none holds up a market; what it could not take or use is counted.
 */
@NullMarked
package io.ratel.marketdata.pipeline;

import org.jspecify.annotations.NullMarked;
