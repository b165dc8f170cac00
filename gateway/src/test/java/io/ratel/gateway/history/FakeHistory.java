package io.ratel.gateway.history;

import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.history.Coverage;
import io.ratel.marketdata.history.Followed;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.MarketHistory;
import io.ratel.marketdata.history.PastRows;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryDesk;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import io.ratel.marketdata.history.fetch.HistoryItem;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Rows, ledger and requests in memory; the venue TEST can be asked for trades and bars. */
public final class FakeHistory implements PastRows, Coverage, HistoryWork {
  public final List<Trade> trades = new CopyOnWriteArrayList<>();
  public final List<Quote> quotes = new CopyOnWriteArrayList<>();
  public final List<BookSnapshot> books = new CopyOnWriteArrayList<>();
  public final List<Bar> bars = new CopyOnWriteArrayList<>();
  public volatile long keptFromNs;

  private final Map<HistoryKey, List<Span>> whole = new ConcurrentHashMap<>();
  private final Map<String, HistoryRequest> requests = new ConcurrentHashMap<>();

  /** What is behind the door. */
  public HistoryPorts ports(InstantSource clock) {
    HistoryFetcher venue =
        new HistoryFetcher() {
          @Override
          public String venue() {
            return "TEST";
          }

          @Override
          public boolean offers(HistoryKey key) {
            return key.kind() == HistoryKind.BARS || key.kind() == HistoryKind.TRADES;
          }

          @Override
          public void fetch(HistoryKey key, Span span, Pages pages) {
            throw new UnsupportedOperationException("nothing is fetched here");
          }
        };
    return new HistoryPorts(
        new MarketHistory(this, this, new Followed(), clock),
        new HistoryDesk(this, this, List.of(venue), new Bounds(2, 100), clock, () -> {}),
        () -> "drawn-here-" + String.format("%08d", requests.size()));
  }

  /** Changes what became of a request. */
  public HistoryRequest becomes(String id, HistoryRequest.State state, long rows) {
    return requests.computeIfPresent(
        id,
        (_, was) ->
            new HistoryRequest(
                id, was.key(), was.span(), state, rows, "", was.createdNs(), was.updatedNs() + 1));
  }

  @Override
  public List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    Comparator<Trade> order = TradeOrder.OLDEST_FIRST;
    return trades.stream()
        .filter(trade -> trade.market().symbol().equals(symbol))
        .filter(trade -> trade.exchangeTimeNs() >= fromNs && trade.exchangeTimeNs() < toNs)
        .sorted(newest ? order.reversed() : order)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Bar> bars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit, boolean newest) {
    List<Bar> of = bars.stream().filter(bar -> bar.interval() == interval).toList();
    return rows(of, bar -> bar.market().symbol(), Bar::timeNs, symbol, fromNs, toNs, limit, newest);
  }

  @Override
  public List<Quote> quotes(Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return rows(
        quotes,
        quote -> quote.market().symbol(),
        Quote::exchangeTimeNs,
        symbol,
        fromNs,
        toNs,
        limit,
        newest);
  }

  @Override
  public List<BookSnapshot> books(
      Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return rows(
        books,
        book -> book.market().symbol(),
        BookSnapshot::exchangeTimeNs,
        symbol,
        fromNs,
        toNs,
        limit,
        newest);
  }

  private static <T> List<T> rows(
      List<T> all,
      Function<T, Symbol> of,
      ToLongFunction<T> time,
      Symbol symbol,
      long fromNs,
      long toNs,
      int limit,
      boolean newest) {
    Comparator<T> order = Comparator.comparingLong(time);
    return all.stream()
        .filter(row -> of.apply(row).equals(symbol))
        .filter(row -> time.applyAsLong(row) >= fromNs && time.applyAsLong(row) < toNs)
        .sorted(newest ? order.reversed() : order)
        .limit(limit)
        .toList();
  }

  @Override
  public long keptFromNs(HistoryKey key) {
    return keptFromNs;
  }

  @Override
  public List<Span> of(HistoryKey key, Span within) {
    return List.copyOf(whole.getOrDefault(key, List.of()));
  }

  @Override
  public void add(Map<HistoryKey, List<Span>> spans) {
    spans.forEach(
        (key, more) ->
            whole.merge(
                key,
                more,
                (before, after) -> {
                  List<Span> both = new ArrayList<>(before);
                  both.addAll(after);
                  return Span.merged(both);
                }));
  }

  @Override
  public Asked ask(String id, long userId, HistoryKey key, Span span, Bounds bounds) {
    HistoryRequest known = requests.get(id);
    if (known != null) {
      boolean same = known.key().equals(key) && known.span().equals(span);
      return same ? new Asked.Accepted(known) : new Asked.IdTaken();
    }
    if (requests.values().stream().filter(one -> one.state().isOpen()).count() >= bounds.ofUser()) {
      return new Asked.TooManyOfUser(bounds.ofUser());
    }
    HistoryRequest made =
        new HistoryRequest(id, key, span, HistoryRequest.State.QUEUED, 0, "", 1, 1);
    requests.put(id, made);
    return new Asked.Accepted(made);
  }

  @Override
  public Optional<HistoryRequest> find(String id) {
    return Optional.ofNullable(requests.get(id));
  }

  @Override
  public List<HistoryRequest> find(Collection<String> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public Optional<HistoryItem> take(String taker, Set<String> venues, Duration lease) {
    return Optional.empty();
  }

  @Override
  public boolean renew(HistoryItem item, Duration lease) {
    return false;
  }

  @Override
  public boolean stored(HistoryItem item, Span span, long rows, Duration lease) {
    return false;
  }

  @Override
  public boolean end(HistoryItem item, String error) {
    return false;
  }
}
