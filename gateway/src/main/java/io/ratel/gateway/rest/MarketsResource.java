package io.ratel.gateway.rest;

import io.ratel.exchange.view.AccountViews;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.history.PastBooks;
import io.ratel.gateway.market.AdjustedMarkets;
import io.ratel.gateway.market.WireGap;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Cursor;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBar;
import io.ratel.gateway.wire.WireBook;
import io.ratel.gateway.wire.WireEvent;
import io.ratel.gateway.wire.WireInstrument;
import io.ratel.gateway.wire.WireQuote;
import io.ratel.gateway.wire.WireTrade;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.adjustment.Adjustment;
import io.ratel.marketdata.bar.BarCut;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be traded and watched, and what its market does. */
public final class MarketsResource {
  private static final int DEFAULT_DEPTH = 50;
  private static final int DEFAULT_BARS = 300;
  private static final int MAX_BARS = 5_000;
  private static final int DEFAULT_EVENTS = 50;
  private static final int MAX_EVENTS = 200;
  private static final int MAX_GAPS = 100;

  private record OneSymbol(@Field("Ours, or VENUE:BASE-QUOTE.") String symbol) {}

  private record Depth(
      String symbol,
      @Field(value = "Levels a side.", min = 1, max = 500) Optional<Integer> depth,
      @Field("The newest stored book that is not newer; 20 levels a side.")
          Optional<Instant> asOf) {}

  private record Trades(
      String symbol, @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit) {}

  private record Events(String symbol, @Field(min = 1, max = MAX_EVENTS) Optional<Integer> limit) {}

  private record Gaps(String symbol, @Field(min = 1, max = MAX_GAPS) Optional<Integer> limit) {}

  private record Bars(
      String symbol,
      @Field(
              "An interval, 1s to 1M; or a cut: 100t trades, 50v of volume, 1000000d of money."
                  + " 1m when left out.")
          Optional<String> interval,
      @Field(
              "What is taken out of a share's prices: split for splits, total for dividends too."
                  + " none when left out.")
          Optional<Adjustment> adjust,
      @Field("Bars that start then or later.") Optional<Instant> from,
      @Field("Bars that start before then.") Optional<Instant> to,
      @Field(value = "The newest so many.", min = 1, max = MAX_BARS) Optional<Integer> limit) {}

  private final MarketViews markets;
  private final AdjustedMarkets adjusted;
  private final PastBooks past;
  private final Supplier<List<FeedStatus>> feeds;
  private final AccountViews accounts;
  private final Catalog catalog;
  private final InstantSource clock;

  public MarketsResource(
      MarketViews markets,
      AdjustedMarkets adjusted,
      PastBooks past,
      Supplier<List<FeedStatus>> feeds,
      AccountViews accounts,
      Catalog catalog,
      InstantSource clock) {
    this.markets = markets;
    this.adjusted = adjusted;
    this.past = past;
    this.accounts = accounts;
    this.feeds = feeds;
    this.catalog = catalog;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "listInstruments",
                "/v1/instruments",
                "All instruments of the exchange, then the venues' markets.")
            .answers(Nothing.class, 200, Shape.listOf(WireInstrument.class), this::instruments),
        Operation.get("getInstrument", "/v1/instruments/{symbol}", "One instrument.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(OneSymbol.class, 200, Shape.of(WireInstrument.class), this::instrument),
        Operation.get("getBook", "/v1/markets/{symbol}/book", "The book.")
            .refuses(ErrorCode.UNKNOWN_MARKET, ErrorCode.MOMENT_NOT_RETAINED)
            .answers(Depth.class, 200, Shape.of(WireBook.class), this::book),
        Operation.get("listTrades", "/v1/markets/{symbol}/trades", "The newest trades.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(Trades.class, 200, Shape.listOf(WireTrade.class), this::trades),
        Operation.get("listBars", "/v1/markets/{symbol}/bars", "Bars, oldest first.")
            .refuses(ErrorCode.UNKNOWN_MARKET, ErrorCode.LIMIT_REACHED)
            .answers(Bars.class, 200, Shape.listOf(WireBar.class), this::bars),
        Operation.get(
                "listEvents",
                "/v1/markets/{symbol}/events",
                "What happened around the market lately, newest first.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(Events.class, 200, Shape.listOf(WireEvent.class), this::events),
        Operation.get(
                "listGaps",
                "/v1/markets/{symbol}/gaps",
                "When the book was not known, and why, newest first.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(Gaps.class, 200, Shape.listOf(WireGap.class), this::gaps),
        Operation.get("listFeeds", "/v1/feeds", "Where market data comes from.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(FeedStatus.class),
                (query, caller) -> Answer.ok(Items.all(feeds.get()))),
        Operation.get("getQuote", "/v1/markets/{symbol}/quote", "Best bid and ask.")
            .refuses(ErrorCode.UNKNOWN_MARKET)
            .answers(OneSymbol.class, 200, Shape.of(WireQuote.class), this::quote));
  }

  private Answer<Items<WireInstrument>> instruments(Nothing query, Caller caller) {
    Stream<WireInstrument> own = accounts.markets().stream().map(WireInstrument::of);
    Stream<WireInstrument> venues = catalog.venueMarkets().stream().map(WireInstrument::of);
    return Answer.ok(Items.all(Stream.concat(own, venues).toList()));
  }

  private Answer<WireInstrument> instrument(OneSymbol query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    return Answer.ok(
        catalog.venueMarket(symbol).map(WireInstrument::of).or(() -> own(symbol)).orElseThrow());
  }

  private Optional<WireInstrument> own(Symbol symbol) {
    return accounts.markets().stream()
        .filter(market -> market.instrument().symbol().equals(symbol))
        .map(WireInstrument::of)
        .findFirst();
  }

  private Answer<WireBook> book(Depth query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    int depth = query.depth().orElse(DEFAULT_DEPTH);
    if (query.asOf().isPresent()) {
      return Answer.ok(past.at(symbol, query.asOf().get(), depth));
    }
    return Answer.ok(
        WireBook.of(symbol, markets.book(symbol, depth), markets.staleAfterNs(symbol), clock));
  }

  private Answer<Items<WireTrade>> trades(Trades query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    int limit = query.limit().orElse(Cursor.DEFAULT_LIMIT);
    return Answer.ok(Items.all(markets.trades(symbol, limit).stream().map(WireTrade::of).toList()));
  }

  private Answer<Items<WireEvent>> events(Events query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    int limit = query.limit().orElse(DEFAULT_EVENTS);
    return Answer.ok(Items.all(markets.events(symbol, limit).stream().map(WireEvent::of).toList()));
  }

  private Answer<Items<WireGap>> gaps(Gaps query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    int limit = query.limit().orElse(MAX_GAPS);
    return Answer.ok(Items.all(markets.gaps(symbol, limit).stream().map(WireGap::of).toList()));
  }

  private Answer<Items<WireBar>> bars(Bars query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    String label = query.interval().orElse(Interval.MINUTE.label());
    long fromNs = query.from().map(Times::nanos).orElse(0L);
    long toNs = query.to().map(Times::nanos).orElse(Long.MAX_VALUE);
    int limit = query.limit().orElse(DEFAULT_BARS);
    Adjustment adjust = query.adjust().orElse(Adjustment.NONE);
    Optional<Interval> interval =
        Arrays.stream(Interval.values()).filter(one -> one.label().equals(label)).findFirst();
    if (interval.isPresent()) {
      List<Bar> bars = adjusted.bars(symbol, interval.get(), adjust, fromNs, toNs, limit);
      return Answer.ok(Items.all(bars.stream().map(bar -> WireBar.of(bar, adjust)).toList()));
    }
    BarCut cut =
        BarCut.parse(label)
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.INVALID_FIELD, "interval", label, BarCut.RULE));
    AdjustedMarkets.requireNone(adjust);
    try {
      List<CutBar> bars = markets.cutBars(symbol, cut, fromNs, toNs, limit);
      return Answer.ok(Items.all(bars.stream().map(bar -> WireBar.of(bar)).toList()));
    } catch (ArithmeticException e) {
      throw RefusedException.of(ErrorCode.LIMIT_REACHED, String.valueOf(e.getMessage()));
    }
  }

  private Answer<WireQuote> quote(OneSymbol query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    return Answer.ok(
        WireQuote.of(symbol, markets.quote(symbol), markets.staleAfterNs(symbol), clock));
  }
}
