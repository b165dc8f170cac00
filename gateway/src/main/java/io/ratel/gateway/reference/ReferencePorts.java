package io.ratel.gateway.reference;

import io.ratel.marketdata.news.NewsBoard;
import io.ratel.marketdata.pipeline.PipelineStatus;
import io.ratel.marketdata.series.AnalyticsStore;
import java.util.List;
import java.util.function.Supplier;

/** Where series and news are, and what makes some of them. */
public record ReferencePorts(
    AnalyticsStore store, NewsBoard board, Supplier<List<PipelineStatus>> pipelines) {}
