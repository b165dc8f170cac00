package io.ratel.adapters.polled;

import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.List;

/** Holds what an answer tells until all of it has been read. One thread at a time. */
final class PolledBatch implements PolledSink {
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<MarketEvent> events = new ArrayList<>();
  private final List<NewsItem> news = new ArrayList<>();
  private final List<CalendarEntry> calendar = new ArrayList<>();

  @Override
  public void onQuote(Quote quote) {
    quotes.add(quote);
  }

  @Override
  public void onTrade(Trade trade) {
    trades.add(trade);
  }

  @Override
  public void onBars(List<Bar> more) {
    bars.addAll(more);
  }

  @Override
  public void onObservations(List<Observation> more) {
    observations.addAll(more);
  }

  @Override
  public void onEvent(MarketEvent event) {
    events.add(event);
  }

  @Override
  public void onNews(NewsItem item) {
    news.add(item);
  }

  @Override
  public void onCalendar(CalendarEntry entry) {
    calendar.add(entry);
  }

  /** Hands everything on. */
  void to(PolledSink sink) {
    if (!bars.isEmpty()) {
      sink.onBars(bars);
    }
    if (!observations.isEmpty()) {
      sink.onObservations(observations);
    }
    trades.forEach(sink::onTrade);
    quotes.forEach(sink::onQuote);
    events.forEach(sink::onEvent);
    news.forEach(sink::onNews);
    calendar.forEach(sink::onCalendar);
  }
}
