package io.ratel.adapters.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.SqlException;
import io.questdb.std.str.Utf8String;
import io.ratel.adapters.questdb.QuestSession.Argument;
import io.ratel.adapters.questdb.QuestSession.RowReader;
import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.storage.StoredTables;
import io.ratel.marketdata.tick.Retention;
import io.ratel.marketdata.tick.TickStore;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store of ticks in an embedded QuestDB. Appends are committed and applied before they return,
 * on the thread that calls; queries run on two threads of the store, because the engine keeps
 * native memory for every thread that enters it. One process at a time may open a folder.
 */
public final class QuestTickStore implements TickStore {
  private static final int LARGEST_LIMIT = 8_192;
  private static final String TRADE_COLUMNS = "time, id, price, quantity, side, received";

  private final CairoEngine engine;
  private final ApplyWal2TableJob applier;
  private final WalPurgeJob walPurge;
  private final O3PartitionPurgeJob partitionPurge;
  private final QuestReaders readers;
  private final Map<Symbol, Market> markets = new ConcurrentHashMap<>();
  private final TableToken trades;
  private final TableToken marketRows;
  private final TableToken gapRows;
  private final Map<Interval, TableToken> bars = new EnumMap<>(Interval.class);
  private final Retention retention;
  private final InstantSource clock;

  private QuestTickStore(CairoEngine engine, Retention retention, InstantSource clock)
      throws SqlException {
    this.engine = engine;
    this.retention = retention;
    this.clock = clock;
    engine.load();
    try (QuestSession session = new QuestSession(engine)) {
      QuestTables.create(engine, session.context());
      QuestAnalyticsStore.createTables(engine, session.context());
    }
    this.trades = engine.verifyTableName(QuestTables.TRADES);
    this.marketRows = engine.verifyTableName(QuestTables.MARKETS);
    this.gapRows = engine.verifyTableName(QuestTables.GAPS);
    for (Interval interval : Interval.KEPT) {
      bars.put(interval, engine.verifyTableName(QuestTables.bars(interval)));
    }
    this.applier = new ApplyWal2TableJob(engine, 0);
    this.walPurge = new WalPurgeJob(engine);
    this.partitionPurge = new O3PartitionPurgeJob(engine, 1);
    this.readers = new QuestReaders(engine);
    new CheckWalTransactionsJob(engine).run(0); // what a crash left committed but not applied
    apply();
    for (Market market : readMarkets()) {
      markets.put(market.symbol(), market);
    }
  }

  /** As {@link #open(Path, Retention, InstantSource)}, and keeps everything. */
  public static QuestTickStore open(Path folder) {
    return open(folder, Retention.FOREVER, InstantSource.system());
  }

  /**
   * Opens the store in a folder, which is made when it is missing.
   *
   * @param clock says from when on rows are too old
   * @throws TickStoreException when the folder cannot be used, or its tables cannot be read
   */
  public static QuestTickStore open(Path folder, Retention retention, InstantSource clock) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      QuestLog.configure(root);
    } catch (IOException e) {
      throw new TickStoreException("the folder of the ticks cannot be used: " + root, e);
    }
    CairoEngine engine = null;
    try {
      engine = new CairoEngine(new QuestConfiguration(root.toString()));
      return new QuestTickStore(engine, retention, clock);
    } catch (CairoException | CairoError | SqlException e) {
      if (engine != null) {
        engine.close();
      }
      throw failed("open " + root, e);
    }
  }

  @Override
  public List<Market> markets() {
    return List.copyOf(markets.values());
  }

  @Override
  public synchronized void appendTrades(List<Trade> batch) {
    guarded(
        "append trades",
        () -> {
          registerMarkets(batch.stream().map(Trade::market).toList());
          try (WalWriter writer = engine.getWalWriter(trades)) {
            batch.forEach(trade -> put(writer, trade));
            writer.commit();
          }
          apply();
        });
  }

  @Override
  public synchronized void appendBars(List<Bar> batch) {
    guarded(
        "append bars",
        () -> {
          registerMarkets(batch.stream().map(Bar::market).toList());
          // The longest first: what is made again after a crash begins at the last bar of a second.
          Map<Interval, List<Bar>> byInterval = new TreeMap<>(Comparator.reverseOrder());
          batch.forEach(
              bar -> byInterval.computeIfAbsent(bar.interval(), _ -> new ArrayList<>()).add(bar));
          for (Map.Entry<Interval, List<Bar>> entry : byInterval.entrySet()) {
            try (WalWriter writer = engine.getWalWriter(table(entry.getKey()))) {
              entry.getValue().forEach(bar -> put(writer, bar));
              writer.commit();
            }
          }
          apply();
        });
  }

  @Override
  public synchronized void appendGaps(List<Gap> batch) {
    guarded(
        "append gaps",
        () -> {
          try (WalWriter writer = engine.getWalWriter(gapRows)) {
            batch.forEach(gap -> QuestGaps.put(writer, gap));
            writer.commit();
          }
          apply();
        });
  }

  @Override
  public synchronized void appendQuotes(List<Quote> batch) {
    guarded("append quotes", () -> registerMarkets(batch.stream().map(Quote::market).toList()));
    append(QuestTables.QUOTES, writer -> batch.forEach(quote -> QuestQuotes.put(writer, quote)));
  }

  @Override
  public synchronized void appendBooks(List<BookSnapshot> batch) {
    guarded(
        "append books", () -> registerMarkets(batch.stream().map(BookSnapshot::market).toList()));
    append(QuestTables.BOOKS, writer -> batch.forEach(book -> QuestQuotes.put(writer, book)));
  }

  @Override
  public List<Quote> quotes(Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return readSpan(QuestQuotes.QUOTES, symbol, fromNs, toNs, limit, newest, QuestQuotes::quotes);
  }

  @Override
  public List<BookSnapshot> books(
      Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return readSpan(QuestQuotes.BOOKS, symbol, fromNs, toNs, limit, newest, QuestQuotes::books);
  }

  /** Rows of one symbol and span, in the asked order. */
  private <T> List<T> readSpan(
      String select,
      Symbol symbol,
      long fromNs,
      long toNs,
      int limit,
      boolean newest,
      Function<Market, RowReader<T>> reader) {
    Market market = markets.get(symbol);
    if (market == null) {
      return List.of();
    }
    List<T> rows =
        readers.query(
            select
                + " WHERE symbol = $1 AND time >= $2 AND time < $3"
                + (newest ? newest(limit) : oldest(limit)),
            List.of(
                new Argument.Text(symbol.text()),
                new Argument.Time(Math.max(0, fromNs)),
                new Argument.Time(toNs)),
            () -> reader.apply(market));
    return rows.subList(0, Math.min(limit, rows.size()));
  }

  @Override
  public List<Gap> newestGaps(int limit) {
    return readers
        .query(QuestGaps.SELECT + newest(limit), List.of(), () -> QuestGaps::read)
        .stream()
        .limit(limit)
        .toList()
        .reversed();
  }

  @Override
  public List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    return readBars(symbol, interval, fromNs, toNs, limit, true).reversed();
  }

  @Override
  public List<Bar> oldestBars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    return readBars(symbol, interval, fromNs, toNs, limit, false);
  }

  private List<Bar> readBars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit, boolean newest) {
    return readSpan(
        "SELECT time, open, high, low, close, volume, trades FROM " + QuestTables.bars(interval),
        symbol,
        fromNs,
        toNs,
        limit,
        newest,
        market -> new QuestRows(market).bars(interval));
  }

  @Override
  public List<Trade> trades(Symbol symbol, long fromNs, long toNs) {
    return readTrades(
            symbol,
            " AND time >= $2 AND time < $3",
            new Argument.Time(Math.max(0, fromNs)),
            new Argument.Time(toNs))
        .stream()
        .sorted(TradeOrder.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<Trade> oldestTrades(Symbol symbol, long fromNs, long toNs, int limit) {
    return readTrades(
            symbol,
            " AND time >= $2 AND time < $3 LIMIT " + limit,
            new Argument.Time(Math.max(0, fromNs)),
            new Argument.Time(toNs))
        .stream()
        .sorted(TradeOrder.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<Trade> newestTrades(Symbol symbol, long fromNs, long toNs, int limit) {
    return readTrades(
            symbol,
            " AND time >= $2 AND time < $3" + newest(limit),
            new Argument.Time(Math.max(0, fromNs)),
            new Argument.Time(toNs))
        .stream()
        .sorted(TradeOrder.OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Trade> newestTrades(Symbol symbol, int limit) {
    return readTrades(symbol, newest(limit)).stream()
        .sorted(TradeOrder.OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  /**
   * A limit as a variable is refused by a compiler that has met another query whose variable of the
   * same number was a time, so it is part of the text; powers of two keep the texts few. The engine
   * takes no limit above 10,000: a longer answer is cut by its reader.
   */
  private static String newest(int limit) {
    if (limit > LARGEST_LIMIT) {
      return " ORDER BY time DESC";
    }
    int power = limit <= 1 ? 1 : Integer.highestOneBit(limit - 1) << 1;
    return " ORDER BY time DESC LIMIT " + power;
  }

  /** As {@link #newest}, from the other end. */
  private static String oldest(int limit) {
    return newest(limit).replace(" DESC", "");
  }

  @Override
  public OptionalLong lastOwnTradeId() {
    List<Long> newest =
        readers.query(
            "SELECT time FROM trades WHERE venue = $1 ORDER BY time DESC LIMIT 1",
            List.of(new Argument.Text(QuestRows.OWN_VENUE)),
            () -> row -> row.getTimestamp(0));
    if (newest.isEmpty()) {
      return OptionalLong.empty();
    }
    return readers
        .query(
            "SELECT id FROM trades WHERE venue = $1 AND time = $2",
            List.of(new Argument.Text(QuestRows.OWN_VENUE), new Argument.Time(newest.get(0))),
            () -> row -> Long.parseLong(QuestRows.text(row, 0)))
        .stream()
        .mapToLong(Long::longValue)
        .max();
  }

  /** Daily bars and series in the same files; closed with this store. */
  public AnalyticsStore analytics() {
    return new QuestAnalyticsStore(this, readers);
  }

  /** How large its tables are. */
  public StoredTables sizes() {
    return new QuestSizes(readers);
  }

  /** Appends rows to a table, all or none. */
  synchronized void append(String table, Consumer<WalWriter> rows) {
    guarded(
        "append to " + table,
        () -> {
          TableToken token = engine.verifyTableName(table);
          try (WalWriter writer = engine.getWalWriter(token)) {
            rows.accept(writer);
            writer.commit();
          }
          apply();
          requireApplied(token);
        });
  }

  /** Drops a table's partitions that ended before a moment. */
  synchronized void dropPartitionsBefore(String table, long timeNs) {
    guarded(
        "drop partitions of " + table,
        () -> {
          try (QuestSession session = new QuestSession(engine)) {
            drop(session, table, timeNs);
          }
          apply();
        });
  }

  @Override
  public synchronized void tidy() {
    guarded(
        "tidy",
        () -> {
          dropOld();
          engine.releaseInactive();
          walPurge.run(0);
          partitionPurge.run(0);
        });
  }

  @Override
  public long ticksKeptFromNs() {
    return Interval.DAY.floor(nowNs() - retention.ticks().toNanos());
  }

  @Override
  public long barsKeptFromNs(Interval kept) {
    return Interval.DAY.floor(nowNs() - retention.of(kept).toNanos());
  }

  private long nowNs() {
    return FeedTime.nanos(clock.instant());
  }

  /** Whole partitions go, those that end before what is kept begins. */
  private void dropOld() throws SqlException {
    try (QuestSession session = new QuestSession(engine)) {
      long nowNs = nowNs();
      drop(session, QuestTables.TRADES, nowNs - retention.ticks().toNanos());
      drop(session, QuestTables.QUOTES, nowNs - retention.ticks().toNanos());
      drop(session, QuestTables.BOOKS, nowNs - retention.ticks().toNanos());
      drop(session, QuestTables.GAPS, nowNs - retention.minutes().toNanos());
      for (Interval kept : Interval.KEPT) {
        drop(session, QuestTables.bars(kept), nowNs - retention.of(kept).toNanos());
      }
    }
    apply();
  }

  private void drop(QuestSession session, String table, long keptFromNs) throws SqlException {
    List<String> names =
        session.query(
            "SELECT name FROM table_partitions('" + table + "')",
            List.of(),
            row -> String.valueOf(row.getStrA(0)));
    for (String name : names) {
      if (QuestTables.partitionEndNs(name) <= keptFromNs) {
        engine.execute(
            "ALTER TABLE " + table + " DROP PARTITION LIST '" + name + "'", session.context());
      }
    }
  }

  @Override
  public synchronized void close() {
    readers.close();
    applier.close();
    walPurge.close();
    partitionPurge.close();
    engine.close();
  }

  private List<Trade> readTrades(Symbol symbol, String condition, Argument... further) {
    Market market = markets.get(symbol);
    if (market == null) {
      return List.of();
    }
    List<Argument> arguments = new ArrayList<>(List.of(new Argument.Text(symbol.text())));
    arguments.addAll(List.of(further));
    return readers.query(
        "SELECT " + TRADE_COLUMNS + " FROM trades WHERE symbol = $1" + condition,
        arguments,
        () -> new QuestRows(market).trades());
  }

  private List<Market> readMarkets() {
    return readers.query(
        "SELECT symbol, price_decimals, quantity_decimals FROM markets",
        List.of(),
        () ->
            row -> new Market(Symbol.of(row.getSymA(0).toString()), row.getInt(1), row.getInt(2)));
  }

  /** Markets come before the rows that are counted in them, so that every row can be read. */
  private void registerMarkets(List<Market> used) {
    Map<Symbol, Market> changed = new LinkedHashMap<>();
    for (Market market : used) {
      Market before = changed.getOrDefault(market.symbol(), markets.get(market.symbol()));
      Market after = before == null ? market : before.widen(market);
      if (!after.equals(before)) {
        changed.put(market.symbol(), after);
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    try (WalWriter writer = engine.getWalWriter(marketRows)) {
      for (Market market : changed.values()) {
        TableWriter.Row row = writer.newRow(0);
        row.putSym(1, market.symbol().text());
        row.putInt(2, market.priceScale());
        row.putInt(3, market.quantityScale());
        row.append();
      }
      writer.commit();
    }
    markets.putAll(changed);
  }

  private static void put(WalWriter writer, Trade trade) {
    Market market = trade.market();
    TableWriter.Row row = writer.newRow(trade.exchangeTimeNs());
    row.putSym(1, market.symbol().text());
    row.putVarchar(2, new Utf8String(trade.id()));
    QuestDecimals.put(row, 3, trade.price(), market.priceScale());
    QuestDecimals.put(row, 4, trade.quantity(), market.quantityScale());
    row.putSym(5, trade.side().label());
    row.putSym(6, QuestRows.venue(market.symbol()));
    row.putTimestamp(7, trade.localTimeNs());
    row.append();
  }

  private static void put(WalWriter writer, Bar bar) {
    int priceScale = bar.market().priceScale();
    TableWriter.Row row = writer.newRow(bar.timeNs());
    row.putSym(1, bar.market().symbol().text());
    QuestDecimals.put(row, 2, bar.open(), priceScale);
    QuestDecimals.put(row, 3, bar.high(), priceScale);
    QuestDecimals.put(row, 4, bar.low(), priceScale);
    QuestDecimals.put(row, 5, bar.close(), priceScale);
    QuestDecimals.put(row, 6, bar.volume(), bar.market().quantityScale());
    row.putLong(7, bar.trades());
    row.append();
  }

  private TableToken table(Interval interval) {
    TableToken token = bars.get(interval);
    if (token == null) {
      throw new IllegalArgumentException("no table holds bars of " + interval.label());
    }
    return token;
  }

  /** Makes what was committed readable. */
  private void apply() {
    boolean more = true;
    while (more) {
      more = applier.run(0);
    }
    requireApplied(trades);
    requireApplied(marketRows);
    requireApplied(gapRows);
    bars.values().forEach(this::requireApplied);
  }

  private void requireApplied(TableToken table) {
    if (engine.getTableSequencerAPI().isSuspended(table)) {
      throw new TickStoreException(
          "table " + table.getTableName() + " refuses writes, the reason is in its log");
    }
  }

  @FunctionalInterface
  private interface Action {
    void run() throws SqlException;
  }

  private static void guarded(String what, Action action) {
    try {
      action.run();
    } catch (CairoException | CairoError | SqlException e) {
      throw failed(what, e);
    }
  }

  static TickStoreException failed(String what, Throwable e) {
    return new TickStoreException(
        "the store of ticks could not " + what + ": " + e.getMessage(), e);
  }
}
