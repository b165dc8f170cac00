package io.ratel.adapters.polled;

import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.List;

/** Takes what sources tell. Safe for any thread; may wait for a store. */
public interface PolledSink {
  void onQuote(Quote quote);

  void onTrade(Trade trade);

  void onBars(List<Bar> bars);

  void onObservations(List<Observation> observations);

  void onEvent(MarketEvent event);

  void onNews(NewsItem item);

  void onCalendar(CalendarEntry entry);
}
