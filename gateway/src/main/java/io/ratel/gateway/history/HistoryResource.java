package io.ratel.gateway.history;

import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Labels;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBar;
import io.ratel.gateway.wire.WireTrade;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.HistoryPage;
import io.ratel.marketdata.history.HistoryPage.Place;
import io.ratel.marketdata.history.HistoryQuery;
import io.ratel.marketdata.history.MarketHistory;
import io.ratel.marketdata.history.MomentNotRetainedException;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A market's past and present as one answer in pages. */
public final class HistoryResource {
  private static final int DEFAULT_LIMIT = 500;
  private static final int MAX_LIMIT = 5_000;
  private static final int MAX_BOOKS = 500;
  private static final int DEFAULT_BOOKS = 100;
  private static final int MAX_DEPTH = 20;
  private static final String FROM = "The oldest that is kept when left out.";
  private static final String TO = "Up to now when left out, with what is only in memory.";
  private static final String AS_OF = "Leaves out what was received after this moment.";
  private static final String ORDER = "asc is the oldest first, and what is meant when left out.";
  private static final String CURSOR = "The next of the page before.";
  private static final String REQUEST =
      "An id to have what is missing fetched by, see requestHistory; needs a sign-in.";

  private enum Order implements Labels.Named {
    ASC("asc"),
    DESC("desc");

    private final String label;

    Order(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  private record Bars(
      String symbol,
      @Field("1s to 1M; 1m when left out.") Optional<Interval> interval,
      @Field(FROM) Optional<Instant> from,
      @Field(TO) Optional<Instant> to,
      @Field("Makes the bars of the trades that had been received by then.") Optional<Instant> asOf,
      @Field(ORDER) Optional<Order> order,
      @Field(min = 1, max = MAX_LIMIT) Optional<Integer> limit,
      @Field(CURSOR) Optional<String> cursor,
      @Field(value = REQUEST, pattern = HistoryRequests.ID, rule = HistoryRequest.ID_RULE)
          Optional<String> request) {}

  private record Rows(
      String symbol,
      @Field(FROM) Optional<Instant> from,
      @Field(TO) Optional<Instant> to,
      @Field(AS_OF) Optional<Instant> asOf,
      @Field(ORDER) Optional<Order> order,
      @Field(min = 1, max = MAX_LIMIT) Optional<Integer> limit,
      @Field(CURSOR) Optional<String> cursor,
      @Field(value = REQUEST, pattern = HistoryRequests.ID, rule = HistoryRequest.ID_RULE)
          Optional<String> request) {}

  private record Books(
      String symbol,
      @Field(value = "Levels a side.", min = 1, max = MAX_DEPTH) Optional<Integer> depth,
      @Field(FROM) Optional<Instant> from,
      @Field(TO) Optional<Instant> to,
      @Field(AS_OF) Optional<Instant> asOf,
      @Field(ORDER) Optional<Order> order,
      @Field(min = 1, max = MAX_BOOKS) Optional<Integer> limit,
      @Field(CURSOR) Optional<String> cursor,
      @Field(value = REQUEST, pattern = HistoryRequests.ID, rule = HistoryRequest.ID_RULE)
          Optional<String> request) {}

  private final HistoryPorts ports;
  private final MarketHistory history;
  private final HistoryRequests requests;
  private final Catalog catalog;

  public HistoryResource(HistoryPorts ports, Catalog catalog) {
    this.ports = ports;
    this.history = ports.history();
    this.requests = new HistoryRequests(ports);
    this.catalog = catalog;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        get("listHistoryBars", "bars", "Bars of any time, with what is missing named.")
            .answers(Bars.class, 200, Shape.of(WireHistoryBars.class), this::bars),
        get("listHistoryTrades", "trades", "Trades of any time, with what is missing named.")
            .answers(Rows.class, 200, Shape.of(WireHistoryTrades.class), this::trades),
        get("listHistoryQuotes", "quotes", "Best bids and asks that were kept, as they changed.")
            .answers(Rows.class, 200, Shape.of(WireHistoryQuotes.class), this::quotes),
        get("listHistoryBooks", "book", "Books that were kept, 20 levels a side.")
            .answers(Books.class, 200, Shape.of(WireHistoryBooks.class), this::books));
  }

  private static Operation.Draft get(String name, String kind, String summary) {
    return Operation.get(name, "/v1/markets/{symbol}/history/" + kind, summary)
        .greets()
        .refuses(
            ErrorCode.UNKNOWN_MARKET,
            ErrorCode.MOMENT_NOT_RETAINED,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.KEY_REUSED,
            ErrorCode.NOT_FETCHED,
            ErrorCode.SPAN_TOO_LONG,
            ErrorCode.TOO_MANY_HISTORY_REQUESTS,
            ErrorCode.LIMIT_REACHED);
  }

  private Answer<WireHistoryBars> bars(Bars asked, Caller caller) {
    Symbol symbol = market(asked.symbol());
    Interval interval = asked.interval().orElse(Interval.MINUTE);
    HistoryQuery query =
        query(asked.from(), asked.to(), asked.asOf(), asked.order(), asked.cursor())
            .page(asked.limit().orElse(DEFAULT_LIMIT));
    HistoryPage<Bar> page = answer(query, of -> history.bars(symbol, interval, of));
    HistoryKey key = HistoryKey.bars(symbol, interval);
    return Answer.ok(
        new WireHistoryBars(
            page.items().stream().map(bar -> WireBar.of(bar)).toList(),
            next(page),
            missing(page),
            request(asked.request(), caller, key, page)));
  }

  private Answer<WireHistoryTrades> trades(Rows asked, Caller caller) {
    Symbol symbol = market(asked.symbol());
    HistoryPage<Trade> page = answer(query(asked), of -> history.trades(symbol, of));
    return Answer.ok(
        new WireHistoryTrades(
            page.items().stream().map(WireTrade::of).toList(),
            next(page),
            missing(page),
            request(asked.request(), caller, HistoryKey.of(symbol, HistoryKind.TRADES), page)));
  }

  private Answer<WireHistoryQuotes> quotes(Rows asked, Caller caller) {
    Symbol symbol = market(asked.symbol());
    HistoryPage<Quote> page = answer(query(asked), of -> history.quotes(symbol, of));
    return Answer.ok(
        new WireHistoryQuotes(
            page.items().stream().map(WirePastQuote::of).toList(),
            next(page),
            missing(page),
            request(asked.request(), caller, HistoryKey.of(symbol, HistoryKind.QUOTES), page)));
  }

  private Answer<WireHistoryBooks> books(Books asked, Caller caller) {
    Symbol symbol = market(asked.symbol());
    HistoryQuery query =
        query(asked.from(), asked.to(), asked.asOf(), asked.order(), asked.cursor())
            .page(asked.limit().orElse(DEFAULT_BOOKS));
    HistoryPage<BookSnapshot> page = answer(query, of -> history.books(symbol, of));
    int depth = asked.depth().orElse(MAX_DEPTH);
    return Answer.ok(
        new WireHistoryBooks(
            page.items().stream().map(book -> WirePastBook.of(book, depth)).toList(),
            next(page),
            missing(page),
            request(asked.request(), caller, HistoryKey.of(symbol, HistoryKind.BOOK), page)));
  }

  /** A market that is known, or one of a venue that can be asked. */
  private Symbol market(String text) {
    return Symbols.parse(text)
        .filter(symbol -> ports.desk().reaches(symbol))
        .orElseGet(() -> Symbols.watched(catalog, text));
  }

  private static HistoryQuery query(Rows asked) {
    return query(asked.from(), asked.to(), asked.asOf(), asked.order(), asked.cursor())
        .page(asked.limit().orElse(DEFAULT_LIMIT));
  }

  private static HistoryQuery query(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Instant> asOf,
      Optional<Order> order,
      Optional<String> cursor) {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "from", from.get().toString(), "must be before to");
    }
    return new HistoryQuery(
        nanos(from),
        nanos(to),
        nanos(asOf),
        1,
        order.orElse(Order.ASC) == Order.DESC,
        cursor.map(HistoryResource::place));
  }

  private static OptionalLong nanos(Optional<Instant> time) {
    return time.map(at -> OptionalLong.of(Times.nanos(at))).orElse(OptionalLong.empty());
  }

  private static Place place(String cursor) {
    return Place.parse(cursor)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.INVALID_FIELD,
                    "cursor",
                    cursor,
                    "must be the next of an earlier page"));
  }

  private static <T> HistoryPage<T> answer(
      HistoryQuery query, Function<HistoryQuery, HistoryPage<T>> reader) {
    try {
      return reader.apply(query);
    } catch (MomentNotRetainedException e) {
      throw notRetained(query, e);
    } catch (ArithmeticException e) {
      throw RefusedException.of(ErrorCode.LIMIT_REACHED, String.valueOf(e.getMessage()));
    }
  }

  /** Names the moment that is too old: where it begins, what was known, or where it ends. */
  private static RefusedException notRetained(HistoryQuery query, MomentNotRetainedException e) {
    if (query.fromNs().orElse(Long.MAX_VALUE) < e.oldestNs()) {
      return HistoryRequests.notRetained("from", query.fromNs().getAsLong(), e);
    }
    return query.asOfNs().orElse(Long.MAX_VALUE) < e.oldestNs()
        ? HistoryRequests.notRetained("asOf", query.asOfNs().getAsLong(), e)
        : HistoryRequests.notRetained("to", query.toNs().orElse(0), e);
  }

  private static @Nullable String next(HistoryPage<?> page) {
    return page.next().map(Place::text).orElse(null);
  }

  private static List<WireSpan> missing(HistoryPage<?> page) {
    return page.missing().stream().map(WireSpan::of).toList();
  }

  /** Asks for all that is missing at once; what lies between and is stored is not fetched again. */
  private @Nullable WireHistoryRequest request(
      Optional<String> id, Caller caller, HistoryKey key, HistoryPage<?> page) {
    if (id.isEmpty() || page.missing().isEmpty()) {
      return null;
    }
    if (caller.userId() == 0) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED,
          "sign in first: only who is signed in may have history fetched");
    }
    Span all = new Span(page.missing().getFirst().fromNs(), page.missing().getLast().toNs());
    return WireHistoryRequest.of(requests.ask(id.get(), caller, key, all, "from"));
  }
}
