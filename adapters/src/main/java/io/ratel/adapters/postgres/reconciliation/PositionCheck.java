package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.model.account.PositionSide;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import org.agrona.collections.IntHashSet;
import org.jspecify.annotations.Nullable;

/** What each account has open, in the table of positions and in the machine. */
final class PositionCheck {
  private static final String TABLE = "positions";
  private static final Labelled<PositionSide> SIDES =
      new Labelled<>(PositionSide.values(), PositionSide::label);

  private final Machine machine;
  private final Positions positions;
  private final Listed listed;
  private final Findings findings;
  private final IntHashSet seen = new IntHashSet();

  PositionCheck(Exchange exchange, Listed listed, Findings findings) {
    this.machine = exchange.machine();
    this.positions = machine.positions;
    this.listed = listed;
    this.findings = findings;
  }

  /** Compares all and returns how many rows there were. */
  long check(Rows rows) {
    long count = rows.forEach("select * from projection.positions", this::compare);
    positions.forEach(
        row -> {
          if (!seen.contains(row)) {
            String key =
                "%d %s %s"
                    .formatted(
                        machine.accounts.id(positions.account(row)),
                        listed.symbol(positions.instrument(row)),
                        positions.side(row).label());
            findings.add(
                BreakKind.POSITION_MISSING, TABLE, key, ROW, positions.position(row), NOTHING);
          }
        });
    return count;
  }

  private void compare(Rows.Row row) {
    String key = row.number("account_id") + " " + row.text("symbol") + " " + row.text("side");
    int account = machine.accounts.find(row.number("account_id"));
    Listing of = listed.market(row.text("symbol"));
    PositionSide side = SIDES.find(row.name("side")).orElse(null);
    int place =
        account == Accounts.NONE || of == null || side == null
            ? Positions.NONE
            : positions.find(account, of.id, side);
    if (of == null || place == Positions.NONE) {
      findings.add(
          BreakKind.POSITION_UNKNOWN,
          TABLE,
          key,
          ROW,
          NOTHING,
          "quantity " + row.decimal("quantity") + ", cost " + row.decimal("cost"));
      return;
    }
    seen.add(place);
    Asset quote = of.instrument.quote();
    BigDecimal quantity = Decimals.steps(of.instrument.lot(), positions.quantity(place));
    compare(key, "quantity", quantity, row.decimal("quantity"));
    compare(key, "cost", Decimals.amount(quote, positions.cost(place)), row.decimal("cost"));
    BigDecimal realized = Decimals.amount(quote, positions.realizedPnl(place));
    compare(key, "realized_pnl", realized, row.decimal("realized_pnl"));
    compare(key, "margin", Decimals.amount(quote, positions.margin(place)), row.decimal("margin"));
    BigDecimal multiplier = Decimals.steps(of.instrument.multiplier(), 1);
    compare(key, "multiplier", multiplier, row.decimal("multiplier"));
  }

  private void compare(String key, String field, BigDecimal expected, @Nullable BigDecimal found) {
    findings.compare(BreakKind.POSITION_DIFFERS, TABLE, key, field, expected, found);
  }
}
