package io.ratel.adapters.tabular;

import io.ratel.adapters.polled.PolledSink;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.marketdata.news.NewsItem;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the rows of a table are.
 *
 * <p>Fields: bars {@code symbol time open high low close [volume]}; trades {@code symbol time id
 * price quantity [side]}; quotes {@code symbol time bid ask [bidQuantity askQuantity]};
 * observations {@code name time value [subject]}; news {@code id time headline [summary link
 * symbol]}; calendar {@code id time title [area importance actual forecast previous]}.
 */
public enum Output {
  BARS("symbol", "time", "open", "high", "low", "close"),
  TRADES("symbol", "time", "id", "price", "quantity"),
  QUOTES("symbol", "time", "bid", "ask"),
  OBSERVATIONS("name", "time", "value"),
  NEWS("id", "time", "headline"),
  CALENDAR("id", "time", "title");

  private final List<String> needed;

  Output(String... needed) {
    this.needed = List.of(needed);
  }

  /** The name in a configuration: {@code bars}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fields without which there is no row. */
  public List<String> needed() {
    return needed;
  }

  /** What is the same for all rows of a table. */
  record Context(
      String source, Columns columns, TimeForm times, Interval interval, VenueMarkets markets) {}

  void read(Row row, Context context, long localTimeNs, PolledSink sink)
      throws RejectedFrameException {
    Columns columns = context.columns();
    long timeNs = context.times().nanos(columns.get(row, "time"));
    switch (this) {
      case BARS -> sink.onBars(List.of(bar(row, context, timeNs)));
      case TRADES -> sink.onTrade(trade(row, context, timeNs, localTimeNs));
      case QUOTES ->
          sink.onQuote(
              context
                  .markets()
                  .read(
                      symbol(row, context),
                      List.of(columns.get(row, "bid"), columns.get(row, "ask")),
                      List.of(
                          columns.find(row, "bidQuantity").orElse("0"),
                          columns.find(row, "askQuantity").orElse("0")))
                  .quote(timeNs, localTimeNs));
      case OBSERVATIONS ->
          sink.onObservations(
              List.of(
                  new Observation(
                      key(row, context),
                      timeNs,
                      FrameJson.number(columns.get(row, "value")),
                      localTimeNs)));
      case NEWS -> sink.onNews(news(row, context, timeNs));
      case CALENDAR -> sink.onCalendar(entry(row, context, timeNs));
    }
  }

  private static Symbol symbol(Row row, Context context) throws RejectedFrameException {
    String text = context.columns().get(row, "symbol").toUpperCase(Locale.ROOT);
    try {
      return Symbol.of(context.source() + ":" + text.replaceAll("[/._ ]", "-"));
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(FrameFault.BAD_SYMBOL, String.valueOf(e.getMessage()));
    }
  }

  private static Bar bar(Row row, Context context, long timeNs) throws RejectedFrameException {
    Columns columns = context.columns();
    VenueMarkets.Values values =
        context
            .markets()
            .read(
                symbol(row, context),
                List.of(
                    columns.get(row, "open"),
                    columns.get(row, "high"),
                    columns.get(row, "low"),
                    columns.get(row, "close")),
                List.of(columns.find(row, "volume").orElse("0")));
    long[] p = values.prices();
    if (p[1] < Math.max(p[0], p[3]) || p[2] > Math.min(p[0], p[3])) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "a bar must have low <= open, close <= high");
    }
    return new Bar(
        values.market(),
        context.interval(),
        context.interval().floor(timeNs),
        p[0],
        p[1],
        p[2],
        p[3],
        values.quantities()[0],
        0);
  }

  private static Trade trade(Row row, Context context, long timeNs, long localTimeNs)
      throws RejectedFrameException {
    Columns columns = context.columns();
    VenueMarkets.Values values =
        context
            .markets()
            .read(
                symbol(row, context),
                List.of(columns.get(row, "price")),
                List.of(columns.get(row, "quantity")));
    String side = columns.find(row, "side").orElse("buy").toLowerCase(Locale.ROOT);
    return new Trade(
        values.market(),
        columns.get(row, "id"),
        values.prices()[0],
        values.quantities()[0],
        side.startsWith("s") ? Side.SELL : Side.BUY,
        timeNs,
        localTimeNs);
  }

  private static SeriesKey key(Row row, Context context) throws RejectedFrameException {
    Columns columns = context.columns();
    try {
      return new SeriesKey(
          SeriesKind.OBSERVATION,
          context.source(),
          columns.get(row, "name"),
          columns.find(row, "subject").orElse("-"));
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private static NewsItem news(Row row, Context context, long timeNs)
      throws RejectedFrameException {
    Columns columns = context.columns();
    try {
      Optional<URI> link =
          columns
              .find(row, "link")
              .filter(text -> text.startsWith("https://") || text.startsWith("http://"))
              .map(URI::create);
      List<Symbol> symbols =
          columns
              .find(row, "symbol")
              .map(text -> List.of(Symbol.of(text.toUpperCase(Locale.ROOT))))
              .orElse(List.of());
      return new NewsItem(
          context.source(),
          columns.get(row, "id"),
          columns.get(row, "headline"),
          columns.find(row, "summary").orElse(""),
          link,
          symbols,
          timeNs);
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private static CalendarEntry entry(Row row, Context context, long timeNs)
      throws RejectedFrameException {
    Columns columns = context.columns();
    try {
      return new CalendarEntry(
          context.source(),
          columns.get(row, "id"),
          columns.find(row, "area").orElse(""),
          columns.get(row, "title"),
          importance(columns.find(row, "importance").orElse("")),
          columns.find(row, "actual").orElse(""),
          columns.find(row, "forecast").orElse(""),
          columns.find(row, "previous").orElse(""),
          timeNs);
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private static int importance(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "low" -> 1;
      case "2", "medium", "moderate" -> 2;
      case "3", "high" -> 3;
      default -> 0;
    };
  }
}
