package io.ratel.server.snapshot;

import io.ratel.adapters.postgres.sample.PostgresSamples;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.snapshot.Aggregate;
import io.ratel.marketdata.snapshot.Binning;
import io.ratel.marketdata.snapshot.Sampled;
import io.ratel.model.instrument.Symbol;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is sampled of feeds, of the exchange and of accounts. */
final class HouseSamples {
  private static final double NS_PER_MS = 1_000_000;

  private HouseSamples() {}

  static List<Sampled> ofFeeds(Supplier<List<Feed>> feeds) {
    return List.of(
        feed(
            "quality",
            "How far it is to be trusted.",
            "of 100",
            feeds,
            each -> each.status().quality()),
        feed(
            "lag",
            "How far it is behind its venue's clock.",
            "ms",
            feeds,
            each -> each.status().lagNs() / NS_PER_MS));
  }

  private static Sampled feed(
      String name,
      String about,
      String unit,
      Supplier<List<Feed>> feeds,
      ToDoubleFunction<Feed> value) {
    return new Sampled(
        SeriesKind.SNAPSHOT_HOURLY,
        Binning.VENUE,
        name,
        about,
        unit,
        Aggregate.MEAN,
        _ -> {
          Map<String, Double> values = new TreeMap<>();
          feeds.get().forEach(each -> values.put(each.name(), value.applyAsDouble(each)));
          return values;
        });
  }

  static List<Sampled> ofExchange(PostgresSamples samples, MarketViews markets) {
    return List.of(
        new Sampled(
            SeriesKind.SNAPSHOT_HOURLY,
            Binning.MARKET,
            "open-interest",
            "What longs hold of our own contracts.",
            "contracts",
            Aggregate.LAST,
            _ -> samples.openInterest()),
        new Sampled(
            SeriesKind.PORTFOLIO,
            Binning.ASSET,
            "holdings",
            "What all accounts hold.",
            "base",
            Aggregate.LAST,
            _ -> samples.holdings()),
        new Sampled(
            SeriesKind.PORTFOLIO,
            Binning.ACCOUNT,
            "exposure",
            "The values of all positions at their marks, without signs; those in USD alone.",
            EquityHistory.UNIT,
            Aggregate.LAST,
            _ -> exposures(samples, markets)));
  }

  /** An account with a position in USD whose mark is not known is left out. */
  private static Map<String, Double> exposures(PostgresSamples samples, MarketViews markets) {
    Map<String, Double> sums = new TreeMap<>();
    Set<String> unknown = new HashSet<>();
    for (PostgresSamples.Open open : samples.positions()) {
      if (open.quote().equals(EquityHistory.UNIT)) {
        String account = Long.toUnsignedString(open.accountId());
        Optional<BigDecimal> mark = markets.mark(Symbol.of(open.symbol()));
        mark.ifPresentOrElse(
            price ->
                sums.merge(account, open.size().multiply(price).abs().doubleValue(), Double::sum),
            () -> unknown.add(account));
      }
    }
    sums.keySet().removeAll(unknown);
    return sums;
  }
}
