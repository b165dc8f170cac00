package io.ratel.gateway.reference;

import io.ratel.marketdata.news.NewsBoard;
import io.ratel.marketdata.series.AnalyticsStore;

/** Where series and news are. */
public record ReferencePorts(AnalyticsStore store, NewsBoard board) {}
