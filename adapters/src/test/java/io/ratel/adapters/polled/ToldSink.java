package io.ratel.adapters.polled;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what sources tell. */
public final class ToldSink implements PolledSink {
  /** When every answer of a test is received: 2024-01-06, noon. */
  public static final Instant NOW = Instant.parse("2024-01-06T12:00:00Z");

  public static final long NOW_NS = FeedTime.nanos(NOW);

  public final List<Quote> quotes = new CopyOnWriteArrayList<>();
  public final List<Trade> trades = new CopyOnWriteArrayList<>();
  public final List<Bar> bars = new CopyOnWriteArrayList<>();
  public final List<Observation> observations = new CopyOnWriteArrayList<>();
  public final List<MarketEvent> events = new CopyOnWriteArrayList<>();
  public final List<NewsItem> news = new CopyOnWriteArrayList<>();
  public final List<CalendarEntry> calendar = new CopyOnWriteArrayList<>();

  /** Gives a source the answer to its question of that index. */
  public void tell(PolledSource source, int request, String answer) throws RejectedFrameException {
    PolledRequest asked = source.requests(NOW).get(request);
    PolledBatch told = new PolledBatch();
    source.read(asked, new Frame(asked.shown(), answer, NOW_NS), told);
    told.to(this);
  }

  /** Whether nothing was told. */
  public boolean isEmpty() {
    return quotes.isEmpty()
        && trades.isEmpty()
        && bars.isEmpty()
        && observations.isEmpty()
        && events.isEmpty()
        && news.isEmpty()
        && calendar.isEmpty();
  }

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
}
