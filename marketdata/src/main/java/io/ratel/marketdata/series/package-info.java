/**
 * Numbers over time that are no market's ticks: values of factors, the history of portfolios and
 * their performance, what economies and chains report. {@link
 * io.ratel.marketdata.series.AnalyticsStore} keeps them, and daily bars beside them, with the
 * moment at which each was learned, so that a question can be asked as of any past moment and a
 * revision hides nothing.
 */
@NullMarked
package io.ratel.marketdata.series;

import org.jspecify.annotations.NullMarked;
