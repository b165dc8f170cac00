package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.model.account.MoveReason;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What accounts were worth, in {@code platform.equity}. A sample remembers up to which event money
 * that came in and went out has been counted, so that each transfer counts once, at the prices of
 * the first sample after it. Safe for any thread; one process samples.
 */
public final class PostgresEquity implements EquityHistory {
  private static final String COUNTED =
      "coalesce((select e.sequence from platform.equity e"
          + " where e.account_id = a.account_id order by e.time desc limit 1), 0)";

  private final DSLContext sql;

  public PostgresEquity(Database database) {
    sql = database.sql();
  }

  @Override
  public void record(List<Point> points) {
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          Asset unit = unit(in);
          long sequence = sequence(in);
          for (Point point : points) {
            insert(
                in,
                point.accountId(),
                Decimals.time(point.timeNs()),
                Decimals.amount(unit, point.equity()),
                Decimals.amount(unit, point.netDeposits()),
                sequence);
          }
        });
  }

  private static void insert(
      DSLContext in,
      long account,
      OffsetDateTime time,
      BigDecimal equity,
      BigDecimal netDeposits,
      long sequence) {
    in.execute(
        "insert into platform.equity (account_id, time, equity, net_deposits, sequence) values"
            + " (?, cast(? as timestamptz), ?, ?, ?) on conflict (account_id, time) do update set"
            + " equity = excluded.equity, net_deposits = excluded.net_deposits,"
            + " sequence = excluded.sequence",
        account,
        time,
        equity,
        netDeposits,
        sequence);
  }

  @Override
  public List<Point> points(long accountId, long fromNs, long toNs, long stepNs, int limit) {
    Asset unit = unit(sql);
    List<Point> newestFirst =
        sql.fetch(
                "select distinct on (step) time, equity, net_deposits,"
                    + " floor(extract(epoch from time) * 1000 / ?) as step"
                    + " from platform.equity where account_id = ?"
                    + " and time >= cast(? as timestamptz) and time < cast(? as timestamptz)"
                    + " order by step desc, time desc limit ?",
                Math.max(1, stepNs / 1_000_000),
                accountId,
                Decimals.time(fromNs),
                Decimals.time(toNs),
                limit)
            .map(r -> point(accountId, unit, r));
    List<Point> points = new ArrayList<>(newestFirst);
    Collections.reverse(points);
    return points;
  }

  private static Point point(long accountId, Asset unit, Record r) {
    java.time.Instant time = r.get("time", OffsetDateTime.class).toInstant();
    return new Point(
        accountId,
        FeedTime.nanos(time),
        minor(unit, r.get("equity", BigDecimal.class)),
        minor(unit, r.get("net_deposits", BigDecimal.class)));
  }

  private static long minor(Asset unit, BigDecimal amount) {
    return Decimals.minorUnits(unit, amount.setScale(unit.scale(), RoundingMode.HALF_EVEN));
  }

  /**
   * Values every account that a user has, all at one event, and drops samples of more than a week
   * ago that are not the last of their hour. An account that holds something without a price is
   * left out.
   *
   * @param priceOf the price of one of an asset in {@link #UNIT}
   * @return how many were valued
   */
  public int sample(long nowNs, Function<String, Optional<BigDecimal>> priceOf) {
    return sql.transactionResult(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("set transaction isolation level repeatable read");
          long sequence = sequence(in);
          Map<Long, Valued> accounts = accounts(in, priceOf);
          int valued = 0;
          for (Map.Entry<Long, Valued> account : accounts.entrySet()) {
            if (account.getValue().known && account.getValue().sequence <= sequence) {
              insert(
                  in,
                  account.getKey(),
                  Decimals.time(nowNs),
                  account.getValue().equity,
                  account.getValue().netDeposits,
                  sequence);
              valued++;
            }
          }
          in.execute(
              "delete from platform.equity e"
                  + " where time < cast(? as timestamptz) - interval '7 days' and exists"
                  + " (select 1 from platform.equity l where l.account_id = e.account_id"
                  + " and l.time > e.time"
                  + " and date_trunc('hour', l.time) = date_trunc('hour', e.time))",
              Decimals.time(nowNs));
          return valued;
        });
  }

  /** An account while its values are added up. */
  private static final class Valued {
    BigDecimal equity = BigDecimal.ZERO;
    BigDecimal netDeposits = BigDecimal.ZERO;
    long sequence;
    boolean known = true;

    Optional<BigDecimal> value(
        Record r, String column, Function<String, Optional<BigDecimal>> priceOf) {
      String asset = r.get("asset", String.class);
      BigDecimal amount = r.get(column, BigDecimal.class);
      if (amount.signum() == 0) {
        return Optional.of(BigDecimal.ZERO);
      }
      Optional<BigDecimal> price =
          asset.equals(UNIT) ? Optional.of(BigDecimal.ONE) : priceOf.apply(asset);
      known &= price.isPresent();
      return price.map(amount::multiply);
    }
  }

  private static Map<Long, Valued> accounts(
      DSLContext in, Function<String, Optional<BigDecimal>> priceOf) {
    Map<Long, Valued> accounts = new HashMap<>();
    in.fetch(
            "select a.account_id, e.net_deposits, coalesce(e.sequence, 0) as sequence"
                + " from platform.user_accounts a left join lateral"
                + " (select net_deposits, sequence from platform.equity e"
                + " where e.account_id = a.account_id order by time desc limit 1) e on true")
        .forEach(
            r -> {
              Valued account = new Valued();
              account.sequence = r.get("sequence", Long.class);
              BigDecimal before = r.get("net_deposits", BigDecimal.class);
              account.netDeposits = before == null ? BigDecimal.ZERO : before;
              accounts.put(r.get("account_id", Long.class), account);
            });
    in.fetch(
            "select account_id, asset, total from projection.balances"
                + " where account_id in (select account_id from platform.user_accounts)")
        .forEach(
            r -> {
              Valued account = accounts.get(r.get("account_id", Long.class));
              if (account != null) {
                account
                    .value(r, "total", priceOf)
                    .ifPresent(value -> account.equity = account.equity.add(value));
              }
            });
    in.fetch(
            "select p.account_id, i.quote as asset,"
                + " p.quantity * p.multiplier * m.mark - p.cost as unrealized"
                + " from projection.positions p join projection.instruments i using (symbol)"
                + " join projection.market_terms t on t.instrument_id = i.instrument_id"
                + " join projection.marks m on m.instrument_id = i.instrument_id"
                + " where t.margined and p.quantity <> 0 and m.mark <> 0 and p.account_id in"
                + " (select account_id from platform.user_accounts)")
        .forEach(
            r -> {
              Valued account = accounts.get(r.get("account_id", Long.class));
              if (account != null) {
                account
                    .value(r, "unrealized", priceOf)
                    .ifPresent(value -> account.equity = account.equity.add(value));
              }
            });
    in.fetch(
            "select a.account_id, t.asset,"
                + " case when t.to_account_id = a.account_id then t.amount else -t.amount end"
                + " as moved from platform.user_accounts a join projection.transfers t"
                + " on t.from_account_id = a.account_id or t.to_account_id = a.account_id"
                + " where t.from_account_id <> t.to_account_id and t.sequence > "
                + COUNTED
                // What a member pays into a pool is still the member's: moved, not lost.
                + " union all select a.account_id, p.asset, p.amount"
                + " from platform.user_accounts a join projection.postings p using (account_id)"
                + " where p.reason = ? and p.sequence > "
                + COUNTED,
            MoveReason.UNITS.label())
        .forEach(
            r -> {
              Valued account = accounts.get(r.get("account_id", Long.class));
              if (account != null) {
                account
                    .value(r, "moved", priceOf)
                    .ifPresent(value -> account.netDeposits = account.netDeposits.add(value));
              }
            });
    return accounts;
  }

  private static long sequence(DSLContext in) {
    return in.fetchSingle("select sequence from projection.progress").get(0, Long.class);
  }

  private static Asset unit(DSLContext in) {
    return in.fetchSingle("select asset_id, scale from projection.assets where code = ?", UNIT)
        .map(r -> new Asset(r.get("asset_id", Integer.class), UNIT, r.get("scale", Integer.class)));
  }
}
