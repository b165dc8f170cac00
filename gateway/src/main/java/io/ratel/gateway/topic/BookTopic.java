package io.ratel.gateway.topic;

import io.ratel.gateway.market.Quality;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBook;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The best levels of a book; a delta has the levels that differ from what was sent last. */
final class BookTopic extends Topic {
  static final int DEPTH = 50;

  /** Absolute quantities; {@code "0"} removes a level. */
  private record BookChange(
      List<List<Decimal>> bids, List<List<Decimal>> asks, long sequence, Instant time) {}

  private final Symbol symbol;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final InstantSource clock;
  private Optional<BookView> sent = Optional.empty();
  private Quality told = Quality.UNKNOWN;

  BookTopic(
      TopicName name,
      Runnable onChange,
      MarketViews markets,
      MarketChanges changes,
      InstantSource clock) {
    super(name, onChange);
    this.symbol = new Symbol(name.subject());
    this.markets = markets;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public void open() {
    changes.books.put(symbol, this::changed);
  }

  @Override
  public Runnable load() {
    return () -> {
      sent = markets.book(symbol, DEPTH);
      told = quality();
    };
  }

  @Override
  public Object state() {
    return WireBook.of(symbol, sent, markets.staleAfterNs(symbol), clock);
  }

  @Override
  public Change change() {
    Optional<BookView> before = sent;
    Quality toldBefore = told;
    sent = markets.book(symbol, DEPTH);
    told = quality();
    if (before.isEmpty() || sent.isEmpty() || !sameMarket(before.get(), sent.get())) {
      return before.isEmpty() && sent.isEmpty() ? new Change.None() : new Change.Whole();
    }
    BookView now = sent.get();
    if (told != toldBefore) {
      return new Change.Whole();
    }
    List<List<Decimal>> bids = difference(now.market(), before.get().bids(), now.bids());
    List<List<Decimal>> asks = difference(now.market(), before.get().asks(), now.asks());
    if (bids.isEmpty() && asks.isEmpty()) {
      return new Change.None();
    }
    return new Change.Delta(
        new BookChange(bids, asks, now.sequence(), Times.instant(now.exchangeTimeNs())));
  }

  private Quality quality() {
    return sent.map(b -> Quality.of(b.localTimeNs(), markets.staleAfterNs(symbol), clock))
        .orElse(Quality.UNKNOWN);
  }

  private static boolean sameMarket(BookView a, BookView b) {
    return a.market().equals(b.market()) && a.source().equals(b.source());
  }

  /** The levels that turn {@code before} into {@code after}. */
  static List<List<Decimal>> difference(Market market, List<Level> before, List<Level> after) {
    Map<Long, Long> quantities = new HashMap<>();
    before.forEach(level -> quantities.put(level.price(), level.quantity()));
    List<List<Decimal>> changed = new ArrayList<>();
    for (Level level : after) {
      Long old = quantities.remove(level.price());
      if (old == null || old != level.quantity()) {
        changed.add(WireBook.level(market, level));
      }
    }
    for (Level level : before) {
      if (quantities.containsKey(level.price())) {
        changed.add(WireBook.level(market, new Level(level.price(), 0)));
      }
    }
    return changed;
  }

  @Override
  public void close() {
    changes.books.remove(symbol);
  }
}
