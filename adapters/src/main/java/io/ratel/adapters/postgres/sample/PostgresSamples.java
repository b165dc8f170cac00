package io.ratel.adapters.postgres.sample;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.marketdata.snapshot.AccountHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Accounts, holdings and open positions, added up by the database. Safe for any thread. */
public final class PostgresSamples implements AccountHistory {
  private static final long NANOS = 1_000_000_000L;

  private final DSLContext sql;

  public PostgresSamples(Database database) {
    sql = database.sql();
  }

  @Override
  public List<Long> accounts(long after, int limit) {
    return sql.fetch(
            "select distinct account_id from platform.equity where account_id > ?"
                + " order by account_id limit ?",
            after,
            limit)
        .map(row -> row.get("account_id", Long.class));
  }

  @Override
  public List<Worth> ends(long accountId, long stepNs, long fromNs, long toNs) {
    return sql.fetch(
            "select distinct on (step) ceil(extract(epoch from time) / ?)::bigint as step,"
                + " equity, net_deposits from platform.equity where account_id = ?"
                + " and time > cast(? as timestamptz) and time <= cast(? as timestamptz)"
                + " order by step, time desc",
            stepNs / NANOS,
            accountId,
            Decimals.time(fromNs),
            Decimals.time(toNs))
        .map(
            row ->
                new Worth(
                    row.get("step", Long.class) * stepNs,
                    row.get("equity", BigDecimal.class).doubleValue(),
                    row.get("net_deposits", BigDecimal.class).doubleValue()));
  }

  /** A position, in its market's base or contracts times their multiplier. */
  public record Open(long accountId, String symbol, String quote, BigDecimal size) {}

  /** Every position that is open, of users' accounts. */
  public List<Open> positions() {
    return sql.fetch(
            "select p.account_id, p.symbol, i.quote, p.quantity * p.multiplier as size"
                + " from projection.positions p join projection.instruments i using (symbol)"
                + " where p.quantity <> 0"
                + " and p.account_id in (select account_id from platform.user_accounts)")
        .map(
            row ->
                new Open(
                    row.get("account_id", Long.class),
                    row.get("symbol", String.class),
                    row.get("quote", String.class),
                    row.get("size", BigDecimal.class)));
  }

  /** What all accounts hold, by asset. */
  public Map<String, Double> holdings() {
    return sums(
        "select asset as name, sum(total) as value from projection.balances group by asset");
  }

  /** What longs hold in the contracts of our own markets, by symbol. */
  public Map<String, Double> openInterest() {
    return sums(
        "select p.symbol as name, sum(greatest(p.quantity, 0)) as value"
            + " from projection.positions p join projection.instruments i using (symbol)"
            + " join projection.market_terms t on t.instrument_id = i.instrument_id"
            + " where t.margined group by p.symbol");
  }

  private Map<String, Double> sums(String query) {
    Map<String, Double> sums = new TreeMap<>();
    sql.fetch(query)
        .forEach(
            row ->
                sums.put(
                    row.get("name", String.class),
                    row.get("value", BigDecimal.class).doubleValue()));
    return sums;
  }
}
