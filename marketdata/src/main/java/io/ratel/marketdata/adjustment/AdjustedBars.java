package io.ratel.marketdata.adjustment;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.bar.Rollup;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Bars as if all splits, or all splits and dividends, had been long ago: prices times the factors
 * of their date, with eight decimals, and volumes in today's shares. Weeks and months are made of
 * days that were adjusted before, since a split may lie within.
 */
public final class AdjustedBars {
  private static final int DECIMALS = 8;
  private static final int LONGEST_DAYS = 32;

  /** Factor files have the dates of the exchange. */
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final PriceFactors factors;
  private final Adjustment adjustment;

  public AdjustedBars(PriceFactors factors, Adjustment adjustment) {
    this.factors = factors;
    this.adjustment = adjustment;
  }

  /**
   * See {@link MarketViews#bars}.
   *
   * @throws ArithmeticException when a price has no room for eight decimals
   */
  public List<Bar> read(
      MarketViews markets, Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    if (interval.base() != Interval.DAY || interval == Interval.DAY) {
      return markets.bars(symbol, interval, fromNs, toNs, limit).stream()
          .map(this::adjusted)
          .toList();
    }
    long end = toNs == Long.MAX_VALUE ? toNs : firstStart(interval, toNs);
    int days = Math.multiplyExact(LONGEST_DAYS, limit + 1);
    List<Bar> daily =
        markets.bars(symbol, Interval.DAY, firstStart(interval, Math.max(0, fromNs)), end, days);
    // The first of a full answer may be in the middle of its week or month.
    long wholeNs =
        daily.size() < days ? Long.MIN_VALUE : firstStart(interval, daily.getFirst().timeNs());
    List<Bar> bars =
        Rollup.ofBars(
            daily.stream().filter(day -> day.timeNs() >= wholeNs).map(this::adjusted).toList(),
            interval);
    return bars.subList(Math.max(0, bars.size() - limit), bars.size());
  }

  private static long firstStart(Interval interval, long timeNs) {
    long floor = interval.floor(timeNs);
    return floor == timeNs ? floor : interval.end(floor);
  }

  Bar adjusted(Bar bar) {
    PriceFactors.Row row = factors.on(date(bar));
    BigDecimal factor =
        switch (adjustment) {
          case NONE -> BigDecimal.ONE;
          case SPLIT -> row.split();
          case TOTAL -> row.price().multiply(row.split());
        };
    Market market = bar.market();
    BigDecimal volume =
        adjustment == Adjustment.NONE
            ? BigDecimal.valueOf(bar.volume())
            : BigDecimal.valueOf(bar.volume()).divide(row.split(), 0, RoundingMode.HALF_EVEN);
    return new Bar(
        new Market(market.symbol(), DECIMALS, market.quantityScale()),
        bar.interval(),
        bar.timeNs(),
        price(bar.open(), market, factor),
        price(bar.high(), market, factor),
        price(bar.low(), market, factor),
        price(bar.close(), market, factor),
        volume.longValueExact(),
        bar.trades());
  }

  private static long price(long price, Market market, BigDecimal factor) {
    return BigDecimal.valueOf(price, market.priceScale())
        .multiply(factor)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValueExact();
  }

  /** A day's bar is named by its date, a shorter one belongs to the date of its end. */
  private static LocalDate date(Bar bar) {
    if (bar.interval() == Interval.DAY) {
      return LocalDate.ofEpochDay(Math.floorDiv(bar.timeNs(), Interval.DAY.nanos()));
    }
    long lastNs = bar.timeNs() + bar.interval().nanos() - 1;
    return Instant.ofEpochSecond(0, lastNs).atZone(NEW_YORK).toLocalDate();
  }
}
