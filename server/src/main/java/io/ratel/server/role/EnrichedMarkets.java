package io.ratel.server.role;

import io.ratel.adapters.pipeline.JsonLines;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.pipeline.PipelineSink;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Trade;
import java.nio.file.Path;
import java.util.List;

/** Where what pipelines make goes: trades and events to the markets, numbers to the store. */
record EnrichedMarkets(LiveMarkets markets, ObservationIntake intake) implements PipelineSink {
  @Override
  public void onObservations(List<Observation> observations) {
    intake.accept(observations);
  }

  @Override
  public void onEvent(MarketEvent event) {
    markets.onEvent(event);
  }

  @Override
  public void onTrade(Trade trade) {
    markets.onTrade(trade);
  }

  @Override
  public void onRows(Path file, List<Row> rows) {
    JsonLines.append(file, rows);
  }
}
