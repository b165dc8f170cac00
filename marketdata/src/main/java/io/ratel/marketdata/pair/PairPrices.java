package io.ratel.marketdata.pair;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A pair over all its markets.
 *
 * @param bid the highest of the good quotes
 * @param ask the lowest of them; below the bid when two venues differ so
 * @param mark the middle of bid and ask; else the average, else nothing
 * @param average price of what traded in the window, by volume, to 18 digits
 * @param volume of the window
 * @param offers of every market, good or not, by symbol
 * @param timeNs when it was made, nanoseconds since 1970 UTC
 */
public record PairPrices(
    Pair pair,
    Optional<Best> bid,
    Optional<Best> ask,
    Optional<BigDecimal> mark,
    Optional<BigDecimal> average,
    BigDecimal volume,
    List<Offer> offers,
    long timeNs) {
  /** A price and the market that gives it. */
  public record Best(BigDecimal price, BigDecimal quantity, String source, String symbol) {}

  /** Ask less bid. */
  public Optional<BigDecimal> spread() {
    return ask.flatMap(a -> bid.map(b -> a.price().subtract(b.price())));
  }

  /** Whether it says the same, times apart. */
  boolean saysThatOf(PairPrices other) {
    return bid.equals(other.bid)
        && ask.equals(other.ask)
        && mark.equals(other.mark)
        && average.equals(other.average)
        && volume.equals(other.volume)
        && offers.stream()
            .map(Offer::good)
            .toList()
            .equals(other.offers.stream().map(Offer::good).toList());
  }
}
