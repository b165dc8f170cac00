package io.ratel.marketdata.pipeline;

import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of a row at the end of a pipeline. One thread at a time. */
public sealed interface Output {
  /** Puts what the row becomes into the batch. */
  void put(Row row, Batch batch);

  /** What one round of rows has become. */
  interface Batch {
    void add(Observation observation);

    void add(MarketEvent event);

    void add(Trade trade);

    void add(Path file, Row row);

    /** Now, nanoseconds since 1970 UTC. */
    long nowNs();
  }

  /**
   * A value of a series.
   *
   * @param series whose subject is that of rows without one
   * @param subject the field that says whose it is; empty when it is nobody's
   * @param value the field of it
   */
  record ToSeries(SeriesKey series, String subject, String value) implements Output {
    @Override
    public void put(Row row, Batch batch) {
      try {
        SeriesKey key =
            subject.isEmpty()
                ? series
                : new SeriesKey(
                    series.kind(), series.source(), series.name(), row.get(subject).text());
        double number = row.decimal(value).doubleValue();
        batch.add(new Observation(key, row.timeNs(), number, batch.nowNs()));
      } catch (IllegalArgumentException e) {
        throw new RefusedRowException(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Something that happened to the row's symbol.
   *
   * @param headline with fields in braces: {@code {side} {notional} at {price}}
   */
  record ToEvents(String pipeline, String kind, String headline) implements Output {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int MAX_HEADLINE = 200;

    public ToEvents {
      if (headline.length() > MAX_HEADLINE) {
        throw new IllegalArgumentException(
            "headline must have at most " + MAX_HEADLINE + " characters, has " + headline.length());
      }
      new MarketEvent(Symbol.of("A"), "-", kind, headline, 0); // what it refuses is refused now
    }

    /** The fields that a headline speaks of. */
    public static List<String> fields(String headline) {
      return FIELD.matcher(headline).results().map(match -> match.group(1)).toList();
    }

    @Override
    public void put(Row row, Batch batch) {
      String text =
          FIELD
              .matcher(headline)
              .replaceAll(match -> Matcher.quoteReplacement(row.get(match.group(1)).text()));
      String cut = text.length() <= MAX_HEADLINE ? text : text.substring(0, MAX_HEADLINE);
      // The same row gives the same id, so that a recording that is played again tells nothing new.
      String id = "%s-%x-%08x".formatted(pipeline, row.timeNs(), cut.hashCode());
      try {
        Symbol symbol = Symbol.of(row.get(Row.SYMBOL).text());
        batch.add(new MarketEvent(symbol, id, kind, cut, row.timeNs()));
      } catch (IllegalArgumentException e) {
        throw new RefusedRowException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A trade of a market that is made here, such as the price of one pair in another's money. */
  final class ToMarket implements Output {
    private static final int DIGITS = 12;

    private final Symbol symbol;
    private final String price;
    private final String quantity;
    private final VenueMarkets markets;
    private long lastNs;
    private int ofLast;

    /**
     * @param symbol with the pipeline's name before the colon
     * @param price the field of it
     * @param quantity the field of it
     */
    public ToMarket(Symbol symbol, String price, String quantity) {
      this.symbol = symbol;
      this.price = price;
      this.quantity = quantity;
      this.markets = new VenueMarkets(symbol.venue());
    }

    public Symbol symbol() {
      return symbol;
    }

    @Override
    public void put(Row row, Batch batch) {
      try {
        VenueMarkets.Values values =
            markets.read(symbol, List.of(plain(row, price)), List.of(plain(row, quantity)));
        ofLast = row.timeNs() == lastNs ? ofLast + 1 : 0;
        lastNs = row.timeNs();
        batch.add(
            new Trade(
                values.market(),
                lastNs + "-" + ofLast,
                values.prices()[0],
                values.quantities()[0],
                Side.BUY,
                row.timeNs(),
                batch.nowNs()));
      } catch (RejectedFrameException e) {
        throw new RefusedRowException(String.valueOf(e.getMessage()));
      }
    }

    /** A quotient has digits without end; a price of twelve is as fine as any market's. */
    private static String plain(Row row, String field) {
      BigDecimal number = row.decimal(field);
      return number.precision() <= DIGITS
          ? number.toPlainString()
          : number.round(new MathContext(DIGITS)).toPlainString();
    }
  }

  /** A line of JSON in a file. */
  record ToFile(Path file) implements Output {
    @Override
    public void put(Row row, Batch batch) {
      batch.add(file, row);
    }
  }
}
