package io.ratel.server.role;

import io.ratel.adapters.postgres.PostgresBooks;
import io.ratel.adapters.postgres.PostgresBooks.Books;
import io.ratel.adapters.postgres.PostgresBooks.LevelView;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.event.Event;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.CorporateActionKind;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our own exchange as a venue of market data: its events become trades and book levels. Books start
 * from the projection and trades from the last one stored, so a restart reads little; levels that
 * one command changed are handed over together, because between them a book may look crossed.
 */
final class OwnMarkets implements EventLog.EventHandler, AutoCloseable {
  private record Own(Market market, Step tick, Step lot) {
    long price(long ticks) {
      return Math.multiplyExact(ticks, tick.units());
    }

    long quantity(long lots) {
      return Math.multiplyExact(lots, lot.units());
    }
  }

  private final LiveMarkets markets;
  private final EventLog.EventHandler alsoTo;
  private final Map<Integer, Own> byInstrument = new HashMap<>();
  private final List<Level> bids = new ArrayList<>();
  private final List<Level> asks = new ArrayList<>();
  private final long booksAt;
  private final long tradesAt;
  private final EventFollower follower;
  private int changing = -1;
  private long changedAt;
  private long changedTime;

  /**
   * Starts to follow.
   *
   * @param alsoTo receives every event that is newer than the books started from
   */
  OwnMarkets(EventLog log, PostgresBooks books, LiveMarkets markets, EventLog.EventHandler alsoTo) {
    this.markets = markets;
    this.alsoTo = alsoTo;
    Books start = books.read();
    booksAt = start.sequence();
    tradesAt = markets.lastOwnTradeId().orElse(0);
    start.instruments().forEach(this::add);
    seed(start);
    follower =
        new EventFollower("own-markets", log, Math.min(booksAt, tradesAt), this, this::flushLevels);
  }

  private void add(Instrument i) {
    add(i.id(), i.symbol(), i.tick(), i.lot());
  }

  private void add(int id, Symbol symbol, Step tick, Step lot) {
    byInstrument.put(id, new Own(new Market(symbol, tick.scale(), lot.scale()), tick, lot));
  }

  private void seed(Books start) {
    Map<Integer, List<Level>> bidsOf = new HashMap<>();
    Map<Integer, List<Level>> asksOf = new HashMap<>();
    for (LevelView level : start.levels()) {
      Own own = byInstrument.get(level.instrument().id());
      if (own != null) {
        (level.side() == Side.BUY ? bidsOf : asksOf)
            .computeIfAbsent(level.instrument().id(), id -> new ArrayList<>())
            .add(new Level(own.price(level.price()), own.quantity(level.quantity())));
      }
    }
    long now = Times.nanos(Instant.now());
    byInstrument.forEach(
        (id, own) ->
            markets.onBook(
                new BookSnapshot(
                    own.market(),
                    bidsOf.getOrDefault(id, List.of()),
                    asksOf.getOrDefault(id, List.of()),
                    booksAt,
                    now,
                    now)));
  }

  /** The last event handed over. */
  long sequence() {
    return follower.sequence();
  }

  @Override
  public void onEvent(long eventSequence, long timestampNs, Event event) {
    switch (event) {
      case Event.LevelChanged e when eventSequence > booksAt ->
          level(eventSequence, timestampNs, e);
      case Event.Traded e -> {
        flushLevels();
        if (eventSequence > tradesAt) {
          trade(eventSequence, timestampNs, e);
        }
      }
      case Event.InstrumentListed e -> {
        if (eventSequence > booksAt) {
          add(e.instrumentId(), Symbol.of(e.symbol()), e.tick(), e.lot());
          Own own = byInstrument.get(e.instrumentId());
          if (own != null) {
            markets.onBook(
                new BookSnapshot(
                    own.market(), List.of(), List.of(), eventSequence, timestampNs, timestampNs));
          }
        }
      }
      case Event.CorporateActionApplied e -> {
        flushLevels();
        if (eventSequence > booksAt) {
          rename(eventSequence, timestampNs, e);
        }
      }
      default -> flushLevels();
    }
    if (eventSequence > booksAt) {
      alsoTo.onEvent(eventSequence, timestampNs, event);
    }
  }

  /** From now on its trades and levels are those of the new name, which takes the book over. */
  private void rename(long eventSequence, long timestampNs, Event.CorporateActionApplied e) {
    Own before = byInstrument.get(e.instrumentId());
    if (before == null || e.action().kind() != CorporateActionKind.SYMBOL_CHANGE) {
      return;
    }
    Optional<BookView> book = markets.book(before.market().symbol(), Integer.MAX_VALUE);
    add(e.instrumentId(), Symbol.of(e.action().symbol()), before.tick(), before.lot());
    Own after = byInstrument.getOrDefault(e.instrumentId(), before);
    markets.onBook(
        new BookSnapshot(
            after.market(),
            book.map(BookView::bids).orElse(List.of()),
            book.map(BookView::asks).orElse(List.of()),
            eventSequence,
            timestampNs,
            timestampNs));
    markets.onBookLost(before.market().symbol(), Gap.Cause.LOST);
  }

  private void level(long eventSequence, long timestampNs, Event.LevelChanged e) {
    if (changing != e.instrumentId() || timestampNs != changedTime) {
      flushLevels();
    }
    Own own = byInstrument.get(e.instrumentId());
    if (own == null) {
      return;
    }
    changing = e.instrumentId();
    changedAt = eventSequence;
    changedTime = timestampNs;
    (e.side() == Side.BUY ? bids : asks)
        .add(new Level(own.price(e.price()), own.quantity(e.quantity())));
  }

  private void flushLevels() {
    Own own = byInstrument.get(changing);
    if (own != null && (!bids.isEmpty() || !asks.isEmpty())) {
      markets.onBookDelta(
          new BookDelta(own.market(), bids, asks, 0, changedAt, changedTime, changedTime));
    }
    bids.clear();
    asks.clear();
    changing = -1;
  }

  private void trade(long eventSequence, long timestampNs, Event.Traded e) {
    Own own = byInstrument.get(e.instrumentId());
    if (own != null) {
      markets.onTrade(
          new Trade(
              own.market(),
              Long.toString(eventSequence),
              own.price(e.price()),
              own.quantity(e.quantity()),
              e.takerSide(),
              timestampNs,
              timestampNs));
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
