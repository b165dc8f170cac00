package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.snapshot.Sampled.Hour;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All markets as they are on the hour, read once for each. One thread at a time. */
final class MarketReadings {
  private static final int MINUTES = 60;
  private static final double TO_BPS = 10_000;

  private final MarketViews markets;
  private long readNs = -1;
  private Map<Symbol, MarketReading> read = Map.of();

  MarketReadings(MarketViews markets) {
    this.markets = markets;
  }

  Map<Symbol, MarketReading> at(Hour hour) {
    if (hour.timeNs() != readNs) {
      Map<Symbol, MarketReading> fresh = new TreeMap<>();
      for (Market market : markets.markets()) {
        fresh.put(market.symbol(), read(market.symbol(), hour));
      }
      read = fresh;
      readNs = hour.timeNs();
    }
    return read;
  }

  private MarketReading read(Symbol symbol, Hour hour) {
    List<Bar> minutes =
        markets.bars(symbol, Interval.MINUTE, hour.beginNs(), hour.timeNs(), MINUTES);
    List<Bar> hours = markets.bars(symbol, Interval.HOUR, hour.beginNs(), hour.timeNs(), 1);
    Optional<Quote> quote = markets.quote(symbol);
    boolean own = symbol.venue().isEmpty();
    long heardNs = heardNs(symbol, quote, hour);
    boolean heard = own || heardNs > hour.beginNs();
    long staleNs = markets.staleAfterNs(symbol);
    Optional<Quote> shown =
        quote.filter(each -> own || hour.timeNs() - each.localTimeNs() <= staleNs);
    // Nobody traded, which is known where somebody listened all the time.
    boolean quiet = hour.whole() && heard;
    return new MarketReading(
        heard ? markets.mark(symbol).map(m -> some(m)).orElseGet(OptionalDouble::empty) : none(),
        shown.map(MarketReadings::spread).orElseGet(OptionalDouble::empty),
        shown.map(MarketReadings::depth).orElseGet(OptionalDouble::empty),
        hours.isEmpty() ? zeroIf(quiet) : OptionalDouble.of(BarFigures.volume(hours.getFirst())),
        minutes.isEmpty()
            ? zeroIf(quiet && hours.isEmpty())
            : OptionalDouble.of(BarFigures.turnover(minutes)));
  }

  /**
   * When it was heard of last; trades, which may have to be read, when no quote of the hour says.
   */
  private long heardNs(Symbol symbol, Optional<Quote> quote, Hour hour) {
    long quoted = quote.map(Quote::localTimeNs).orElse(0L);
    if (quoted > hour.beginNs()) {
      return quoted;
    }
    return markets.trades(symbol, 1).stream().mapToLong(Trade::localTimeNs).sum();
  }

  private static OptionalDouble spread(Quote quote) {
    if (quote.bid() <= 0 || quote.ask() <= quote.bid()) {
      return none();
    }
    double middle = ((double) quote.bid() + quote.ask()) / 2;
    return OptionalDouble.of(TO_BPS * (quote.ask() - quote.bid()) / middle);
  }

  private static OptionalDouble depth(Quote quote) {
    if (quote.bidQuantity() <= 0 && quote.askQuantity() <= 0) {
      return none();
    }
    BigDecimal both =
        BigDecimal.valueOf(quote.bidQuantity()).add(BigDecimal.valueOf(quote.askQuantity()));
    return some(both.movePointLeft(quote.market().quantityScale()));
  }

  private static OptionalDouble some(BigDecimal value) {
    return OptionalDouble.of(value.doubleValue());
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }

  private static OptionalDouble zeroIf(boolean known) {
    return known ? OptionalDouble.of(0) : OptionalDouble.empty();
  }
}
