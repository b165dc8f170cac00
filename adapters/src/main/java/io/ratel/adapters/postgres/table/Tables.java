package io.ratel.adapters.postgres.table;

import io.ratel.exchange.view.Projection.Entry;
import io.ratel.model.money.Asset;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The writers of the projection's tables, and the event that rows are made of at the moment. For
 * one thread.
 */
public final class Tables {
  private static final List<String> NAMES =
      List.of(
          "assets",
          "instruments",
          "market_terms",
          "market_states",
          "marks",
          "accounts",
          "account_settings",
          "account_limits",
          "account_events",
          "kill_switches",
          "pool_units",
          "sweeps",
          "balances",
          "orders",
          "trades",
          "fills",
          "transfers",
          "postings",
          "positions",
          "levels");

  /** Those whose rows name their instrument by its symbol. */
  private static final List<String> BY_SYMBOL =
      List.of("instruments", "orders", "trades", "fills", "positions", "levels", "account_events");

  private final Map<String, TableWriter> writers = new LinkedHashMap<>();
  private long sequence;
  private long timestampNs;
  private OffsetDateTime time = Decimals.time(0);
  private int line;

  public Tables(DSLContext sql) {
    NAMES.forEach(name -> writers.put(name, TableWriter.of(sql, "projection", name)));
  }

  /** Rows that are put from now on are of this event. */
  public void at(Entry entry) {
    sequence = entry.sequence();
    timestampNs = entry.timestampNs();
    time = Decimals.time(timestampNs);
    line = 0;
  }

  public long sequence() {
    return sequence;
  }

  public long timestampNs() {
    return timestampNs;
  }

  public OffsetDateTime time() {
    return time;
  }

  /** Puts a row, given as names and values in turn. */
  public void put(String name, @Nullable Object... namesAndValues) {
    TableWriter writer = writers.get(name);
    if (writer == null) {
      throw new IllegalArgumentException("there is no table " + name);
    }
    writer.put(namesAndValues);
  }

  /** Two lines of the ledger: {@code amount} from one account to the other. */
  public void post(long from, long to, Asset asset, long amount, String reason) {
    if (amount != 0) {
      line(from, asset, -amount, reason);
      line(to, asset, amount, reason);
    }
  }

  private void line(long account, Asset asset, long amount, String reason) {
    put(
        "postings",
        "sequence",
        sequence,
        "line",
        (short) ++line,
        "account_id",
        account,
        "asset",
        asset.code(),
        "amount",
        Decimals.amount(asset, amount),
        "reason",
        reason,
        "time",
        time);
  }

  /** Writes what was put; in {@code sql}'s transaction. */
  public void flush(DSLContext sql) {
    writers.values().forEach(writer -> writer.flush(sql));
    sql.execute("delete from projection.levels where quantity = 0");
  }

  /** Gives an instrument another name in every row, those that were only put included. */
  public void rename(DSLContext sql, String before, String after) {
    flush(sql);
    for (String name : BY_SYMBOL) {
      sql.execute("update projection." + name + " set symbol = ? where symbol = ?", after, before);
    }
  }

  /** Forgets what was put. */
  public void discard() {
    writers.values().forEach(TableWriter::discard);
  }

  /** Empties every table; in {@code sql}'s transaction. */
  public static void truncate(DSLContext sql) {
    NAMES.forEach(name -> sql.execute("truncate projection." + name + " cascade"));
  }
}
