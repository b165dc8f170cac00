package io.ratel.adapters.history;

import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import io.ratel.model.market.Interval;
import java.util.Set;

/** How one venue's past is asked for. One thread at a time. */
abstract class VenueHistory implements HistoryFetcher {
  /** What most venues tell. */
  static final Set<Interval> FROM_MINUTES =
      Set.of(Interval.MINUTE, Interval.FIVE_MINUTES, Interval.HOUR, Interval.DAY);

  protected final VenueSettings settings;
  protected final HistoryHttp http;
  private final Set<Interval> lengths;
  private final boolean hasTrades;

  /**
   * @param lengths of bars that the venue tells
   * @param hasTrades whether it tells trades
   */
  VenueHistory(VenueSettings settings, HistoryHttp http, Set<Interval> lengths, boolean hasTrades) {
    this.settings = settings;
    this.http = http;
    this.lengths = lengths;
    this.hasTrades = hasTrades;
  }

  @Override
  public final String venue() {
    return settings.name();
  }

  @Override
  public final boolean offers(HistoryKey key) {
    return key.kind() == HistoryKind.TRADES
        ? hasTrades
        : key.interval().filter(lengths::contains).isPresent();
  }

  @Override
  public final void fetch(HistoryKey key, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    String text = key.symbol().text();
    Pair pair;
    try {
      pair = Pair.parse(text.substring(text.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      throw new HistoryFetchException(String.valueOf(e.getMessage()));
    }
    if (!offers(key)) {
      throw notTold(key);
    }
    if (key.interval().isPresent()) {
      bars(key, key.interval().get(), pair, span, pages);
    } else {
      trades(key, pair, span, pages);
    }
  }

  abstract void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException;

  /** Asked of those alone that tell trades. */
  void trades(HistoryKey key, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    throw notTold(key);
  }

  private HistoryFetchException notTold(HistoryKey key) {
    return new HistoryFetchException(venue() + " does not tell its " + key.kind().label());
  }
}
