package io.ratel.marketdata.pair;

import io.ratel.marketdata.pair.PairPrices.Best;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The prices of every pair. One thread refreshes; any thread adds and reads. A pair whose markets
 * have not changed is made anew once a second all the same, because quotes grow stale and trades
 * leave the window.
 */
public final class PairBoard {
  private static final long AGAIN_NS = 1_000_000_000L;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final MathContext DIGITS = new MathContext(18);

  private static final class Entry {
    private final Pair pair;
    private volatile List<PairSource> sources = List.of();
    private volatile @Nullable PairPrices prices;
    private long versions = -1;
    private boolean changed;

    private Entry(Pair pair) {
      this.pair = pair;
    }
  }

  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();

  /** Takes a market in; one that belongs to no pair is left out. */
  public void add(PairSource source) {
    Pair.of(source.symbol())
        .ifPresent(
            pair -> {
              Entry entry = entries.computeIfAbsent(pair.text(), _ -> new Entry(pair));
              synchronized (entry) {
                List<PairSource> more = new ArrayList<>(entry.sources);
                more.add(source);
                more.sort(Comparator.comparing(PairSource::symbol));
                entry.sources = List.copyOf(more);
              }
            });
  }

  /** Makes what has changed anew. */
  public void refresh(long nowNs) {
    for (Entry entry : entries.values()) {
      List<PairSource> sources = entry.sources;
      long versions = sources.size();
      for (PairSource source : sources) {
        versions += source.version();
      }
      PairPrices before = entry.prices;
      if (before != null
          && versions == entry.versions
          && nowNs >= before.timeNs()
          && nowNs - before.timeNs() < AGAIN_NS) {
        continue;
      }
      PairPrices made = prices(entry.pair, sources, nowNs);
      entry.versions = versions;
      entry.changed |= before == null || !made.saysThatOf(before);
      entry.prices = made;
    }
  }

  /** Those that say something else than when this was asked last; for the refreshing thread. */
  public List<PairPrices> takeChanged() {
    List<PairPrices> changed = new ArrayList<>();
    for (Entry entry : entries.values()) {
      PairPrices prices = entry.prices;
      if (entry.changed && prices != null) {
        entry.changed = false;
        changed.add(prices);
      }
    }
    return changed;
  }

  /** By name. */
  public List<PairPrices> all() {
    List<PairPrices> all = new ArrayList<>();
    for (Entry entry : entries.values()) {
      PairPrices prices = entry.prices;
      if (prices != null) {
        all.add(prices);
      }
    }
    return all;
  }

  /**
   * @param pair such as {@code BTC-USD}
   */
  public Optional<PairPrices> of(String pair) {
    return Optional.ofNullable(entries.get(pair)).map(entry -> entry.prices);
  }

  private static PairPrices prices(Pair pair, List<PairSource> sources, long nowNs) {
    List<Offer> offers = sources.stream().map(source -> source.offer(nowNs)).toList();
    Optional<Best> bid =
        offers.stream()
            .filter(Offer::good)
            .flatMap(offer -> bid(offer).stream())
            .max(Comparator.comparing(Best::price));
    Optional<Best> ask =
        offers.stream()
            .filter(Offer::good)
            .flatMap(offer -> ask(offer).stream())
            .min(Comparator.comparing(Best::price));
    BigDecimal turnover =
        offers.stream().map(Offer::turnover).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal volume = offers.stream().map(Offer::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> average =
        volume.signum() == 0 ? Optional.empty() : Optional.of(turnover.divide(volume, DIGITS));
    Optional<BigDecimal> middle =
        bid.flatMap(b -> ask.map(a -> a.price().add(b.price()).multiply(HALF)));
    return new PairPrices(pair, bid, ask, middle.or(() -> average), average, volume, offers, nowNs);
  }

  private static Optional<Best> bid(Offer offer) {
    return offer.quote().flatMap(q -> best(offer, q, q.bid(), q.bidQuantity()));
  }

  private static Optional<Best> ask(Offer offer) {
    return offer.quote().flatMap(q -> best(offer, q, q.ask(), q.askQuantity()));
  }

  /** A side with a price and no quantity comes from a venue that does not tell it. */
  private static Optional<Best> best(Offer offer, Quote quote, long price, long quantity) {
    Market market = quote.market();
    return price == 0
        ? Optional.empty()
        : Optional.of(
            new Best(
                BigDecimal.valueOf(price, market.priceScale()),
                BigDecimal.valueOf(quantity, market.quantityScale()),
                offer.source(),
                offer.symbol().text()));
  }
}
