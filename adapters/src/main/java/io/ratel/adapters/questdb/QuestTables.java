package io.ratel.adapters.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.ratel.model.market.Interval;
import java.time.LocalDate;

/**
 * The tables as an analyst finds them. Each kept length of bar has a table of its own, because a
 * bar that is still forming is rewritten at its start, and what comes after it in the table with
 * it.
 */
final class QuestTables {
  static final String TRADES = "trades";
  static final String MARKETS = "markets";
  static final String GAPS = "gaps";
  static final String QUOTES = "quotes";
  static final String BOOKS = "books";

  /** Decimals of every price and quantity. */
  static final int SCALE = 18;

  private static final String DECIMAL = "DECIMAL(38," + SCALE + ")";

  private QuestTables() {}

  static String bars(Interval interval) {
    return "bars_" + interval.label();
  }

  static void create(CairoEngine engine, SqlExecutionContext context) throws SqlException {
    engine.execute(
        """
        CREATE TABLE IF NOT EXISTS trades (
          time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, id VARCHAR, price %1$s, quantity %1$s,
          side SYMBOL CAPACITY 4, venue SYMBOL CAPACITY 64, received TIMESTAMP_NS
        ) TIMESTAMP(time) PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, symbol, id)"""
            .formatted(DECIMAL),
        context);
    engine.execute(
        """
        CREATE TABLE IF NOT EXISTS markets (
          time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, price_decimals INT, quantity_decimals INT
        ) TIMESTAMP(time) PARTITION BY YEAR WAL DEDUP UPSERT KEYS(time, symbol)""",
        context);
    engine.execute(
        """
        CREATE TABLE IF NOT EXISTS gaps (
          time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, until TIMESTAMP_NS,
          cause SYMBOL CAPACITY 16, first_missing LONG, last_missing LONG,
          healing SYMBOL CAPACITY 16
        ) TIMESTAMP(time) PARTITION BY MONTH WAL DEDUP UPSERT KEYS(time, symbol)""",
        context);
    engine.execute(
        """
        CREATE TABLE IF NOT EXISTS quotes (
          time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, bid %1$s, bid_quantity %1$s, ask %1$s,
          ask_quantity %1$s, received TIMESTAMP_NS
        ) TIMESTAMP(time) PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, symbol)"""
            .formatted(DECIMAL),
        context);
    engine.execute(
        """
        CREATE TABLE IF NOT EXISTS books (
          time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, sequence LONG, bids VARCHAR,
          asks VARCHAR, received TIMESTAMP_NS
        ) TIMESTAMP(time) PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, symbol)""",
        context);
    for (Interval interval : Interval.KEPT) {
      engine.execute(
          """
          CREATE TABLE IF NOT EXISTS %s (
            time TIMESTAMP_NS, symbol SYMBOL CAPACITY 2048, open %3$s, high %3$s, low %3$s,
            close %3$s, volume %3$s, trades LONG
          ) TIMESTAMP(time) PARTITION BY %2$s WAL DEDUP UPSERT KEYS(time, symbol)"""
              .formatted(bars(interval), partition(interval), DECIMAL),
          context);
    }
  }

  private static String partition(Interval interval) {
    return switch (interval) {
      case SECOND -> "DAY";
      case MINUTE, FIVE_MINUTES -> "MONTH";
      case HOUR, DAY -> "YEAR";
      default -> throw new IllegalArgumentException("bars of " + interval + " are not kept");
    };
  }

  /** When the partition of this name begins. */
  static long partitionBeginNs(String name) {
    String[] parts = name.split("[-T]", 4);
    LocalDate begin =
        LocalDate.of(
            Integer.parseInt(parts[0]),
            parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
            parts.length > 2 ? Integer.parseInt(parts[2]) : 1);
    return Math.multiplyExact(begin.toEpochDay(), Interval.DAY.nanos());
  }

  /**
   * When the partition of this name ends: a year, a month or a day, and for a part of a day, month
   * or year when the whole of it does.
   */
  static long partitionEndNs(String name) {
    String[] parts = name.split("[-T]", 4);
    int year = Integer.parseInt(parts[0]);
    LocalDate end =
        switch (parts.length) {
          case 1 -> LocalDate.of(year + 1, 1, 1);
          case 2 -> LocalDate.of(year, Integer.parseInt(parts[1]), 1).plusMonths(1);
          default ->
              LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                  .plusDays(1);
        };
    return Math.multiplyExact(end.toEpochDay(), Interval.DAY.nanos());
  }
}
