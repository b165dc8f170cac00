package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.exchange.reconciliation.OpenOrder;
import io.ratel.exchange.reconciliation.OpenOrders;
import io.ratel.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/** The open orders of the tables and of the machine, wherever in it they are. */
final class OrderCheck {
  static final String OPEN = "('open', 'partiallyFilled', 'pending')";
  private static final String TABLE = "orders";
  private static final int PAGE = 500;

  private final OpenOrders open;
  private final Listed listed;
  private final Findings findings;
  private final LongHashSet seen = new LongHashSet();
  private final List<OpenOrder> unseen = new ArrayList<>();

  OrderCheck(Exchange exchange, Listed listed, Findings findings) {
    this.open = new OpenOrders(exchange);
    this.listed = listed;
    this.findings = findings;
  }

  /** Compares all that are open on either side. */
  void check(Rows rows) {
    rows.forEach("select * from projection.orders where status in " + OPEN, this::compare);
    open.forEach(
        order -> {
          if (!seen.contains(order.id())) {
            unseen.add(order);
            if (unseen.size() == PAGE) {
              missing(rows);
            }
          }
        });
    missing(rows);
  }

  /** Whether an order is open in the machine. */
  boolean isOpen(long id) {
    return open.find(id).isPresent();
  }

  private void compare(Rows.Row row) {
    long id = row.number("order_id");
    Optional<OpenOrder> order = open.find(id);
    if (order.isEmpty()) {
      findings.add(
          BreakKind.ORDER_UNKNOWN, TABLE, key(id), "status", "not open", row.text("status"));
      return;
    }
    seen.add(id);
    compare(order.get(), row);
  }

  private static String key(long id) {
    return String.valueOf(id);
  }

  private void compare(OpenOrder order, Rows.Row row) {
    Instrument of = listed.market(order.instrument()).instrument;
    String key = key(order.id());
    compare(key, "account_id", order.accountId(), row.number("account_id"));
    compare(key, "symbol", of.symbol().text(), row.text("symbol"));
    compare(key, "side", order.side().label(), row.text("side"));
    order.type().ifPresent(type -> compare(key, "type", type.label(), row.text("type")));
    order
        .price()
        .ifPresent(
            price -> compare(key, "price", Listed.steps(of.tick(), price), row.decimal("price")));
    compare(key, "quantity", Decimals.steps(of.lot(), order.quantity()), row.decimal("quantity"));
    compare(key, "filled", Decimals.steps(of.lot(), order.filled()), row.decimal("filled"));
    order
        .turnover()
        .ifPresent(
            turnover ->
                compare(key, "turnover", Decimals.turnover(of, turnover), row.decimal("turnover")));
    order.status().ifPresent(status -> compare(key, "status", status.label(), row.text("status")));
    order
        .trigger()
        .ifPresent(
            trigger ->
                compare(
                    key,
                    "trigger_price",
                    Listed.steps(of.tick(), trigger),
                    row.decimal("trigger_price")));
  }

  private void compare(
      String key, String field, @Nullable Object expected, @Nullable Object found) {
    findings.compare(BreakKind.ORDER_DIFFERS, TABLE, key, field, expected, found);
  }

  /** Orders that the tables have not as open ones: as ended, or not at all. */
  private void missing(Rows rows) {
    LongHashSet ended = new LongHashSet();
    Long[] ids = unseen.stream().map(OpenOrder::id).toArray(Long[]::new);
    rows.forEach(
        "select order_id, status from projection.orders where order_id = any (?)",
        row -> {
          long id = row.number("order_id");
          ended.add(id);
          compare(key(id), "status", "open", row.text("status"));
        },
        (Object) ids);
    for (OpenOrder order : unseen) {
      if (!ended.contains(order.id())) {
        String expected =
            "%s %s of account %d"
                .formatted(
                    order.side().label(), listed.symbol(order.instrument()), order.accountId());
        findings.add(BreakKind.ORDER_MISSING, TABLE, key(order.id()), ROW, expected, NOTHING);
      }
    }
    unseen.clear();
  }
}
