package io.ratel.marketdata.pipeline;

import io.ratel.marketdata.series.Observation;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Trade;
import java.nio.file.Path;
import java.util.List;

/**
 * Where outputs lead. Safe for any thread; may wait for a store. What throws is tried again by
 * nobody and counted by the pipeline.
 */
public interface PipelineSink {
  void onObservations(List<Observation> observations);

  void onEvent(MarketEvent event);

  void onTrade(Trade trade);

  /** Adds rows to a file, in order. */
  void onRows(Path file, List<Row> rows);
}
