package io.ratel.server.role;

import io.ratel.adapters.polled.PolledSink;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsBoard;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.List;

/**
 * Where what sources tell goes: prices to the markets, numbers to the store, words to the board.
 */
record ToldMarkets(LiveMarkets markets, ObservationIntake intake, NewsBoard board)
    implements PolledSink {
  @Override
  public void onQuote(Quote quote) {
    markets.onQuote(quote);
  }

  @Override
  public void onTrade(Trade trade) {
    markets.onTrade(trade);
  }

  @Override
  public void onBars(List<Bar> bars) {
    markets.onBars(bars);
  }

  @Override
  public void onObservations(List<Observation> observations) {
    intake.accept(observations);
  }

  @Override
  public void onEvent(MarketEvent event) {
    markets.onEvent(event);
  }

  @Override
  public void onNews(NewsItem item) {
    board.put(item);
  }

  @Override
  public void onCalendar(CalendarEntry entry) {
    board.put(entry);
  }
}
