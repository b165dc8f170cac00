package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What rests at each price, in the table of levels and in the books. */
final class LevelCheck {
  private static final String TABLE = "levels";
  private static final Labelled<Side> SIDES = new Labelled<>(Side.values(), Side::label);

  private record Level(BigDecimal quantity, long orders) {}

  private final Listed listed;
  private final Findings findings;

  /** Of one side of one book; a price has one form here, whatever its scale. */
  private final Map<BigDecimal, Level> shown = new HashMap<>();

  LevelCheck(Listed listed, Findings findings) {
    this.listed = listed;
    this.findings = findings;
  }

  /** Compares the books one after the other. */
  void check(Rows rows, int markets) {
    for (int i = 0; i < markets; i++) {
      for (Side side : Side.values()) {
        check(rows, listed.market(i), side);
      }
    }
    rows.forEach(
        "select * from projection.levels",
        row -> {
          boolean known = SIDES.find(row.name("side")).isPresent();
          if (!known || listed.market(row.text("symbol")) == null) {
            unknown(key(row.name("symbol"), row.name("side"), row), row);
          }
        });
  }

  private void check(Rows rows, Listing of, Side side) {
    String symbol = of.instrument.symbol().text();
    shown.clear();
    of.book.forEachLevel(
        side,
        (price, quantity, orders) ->
            shown.put(
                Decimals.steps(of.instrument.tick(), price).stripTrailingZeros(),
                new Level(Decimals.steps(of.instrument.lot(), quantity), orders)));
    rows.forEach(
        "select * from projection.levels where symbol = ? and side = ?",
        row -> compare(key(symbol, side.label(), row), row),
        symbol,
        side.label());
    shown.forEach(
        (price, level) ->
            findings.add(
                BreakKind.LEVEL_MISSING,
                TABLE,
                symbol + " " + side.label() + " " + price.toPlainString(),
                ROW,
                level.quantity().toPlainString() + " in " + level.orders() + " orders",
                NOTHING));
  }

  private static String key(String symbol, String side, Rows.Row row) {
    BigDecimal price = row.of().get("price", BigDecimal.class);
    return symbol + " " + side + " " + price.stripTrailingZeros().toPlainString();
  }

  private void compare(String key, Rows.Row row) {
    Level level = shown.remove(row.of().get("price", BigDecimal.class).stripTrailingZeros());
    if (level == null) {
      unknown(key, row);
      return;
    }
    BreakKind kind = BreakKind.LEVEL_DIFFERS;
    findings.compare(kind, TABLE, key, "quantity", level.quantity(), row.decimal("quantity"));
    findings.compare(kind, TABLE, key, "orders", level.orders(), row.number("orders"));
  }

  private void unknown(String key, Rows.Row row) {
    String found = row.decimal("quantity") + " in " + row.number("orders") + " orders";
    findings.add(BreakKind.LEVEL_UNKNOWN, TABLE, key, ROW, NOTHING, found);
  }
}
