package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import java.math.BigDecimal;
import java.util.function.LongPredicate;
import org.agrona.collections.LongHashSet;

/**
 * What was traded: a trade and its two fills say the same, its value is its price times its
 * quantity, its fees were posted, and an order that is over has filled what its trades say. Where
 * the three rows of a trade differ, two that agree are right, so that one wrong row is one break.
 */
final class TradeCheck {
  /** Each trade with its two fills, and what most of the three say. */
  private static final String TRADES =
      """
      with agreed as (
        select trade_id, t.trade_id as t_id, m.trade_id as m_id, k.trade_id as k_id,
          coalesce(t.maker_order_id, m.order_id) as maker_order,
          coalesce(t.taker_order_id, k.order_id) as taker_order,
          m.order_id as m_order, k.order_id as k_order,
          case when m.symbol = k.symbol then m.symbol
            else coalesce(t.symbol, m.symbol, k.symbol) end as symbol,
          case when m.side <> k.side then k.side
            else coalesce(t.taker_side, k.side) end as taker_side,
          case when m.price = k.price then m.price
            else coalesce(t.price, m.price, k.price) end as price,
          case when m.quantity = k.quantity then m.quantity
            else coalesce(t.quantity, m.quantity, k.quantity) end as quantity,
          t.symbol as t_symbol, t.taker_side as t_side, t.price as t_price,
          t.quantity as t_quantity, t.value as t_value,
          m.symbol as m_symbol, m.side as m_side, m.price as m_price, m.quantity as m_quantity,
          k.symbol as k_symbol, k.side as k_side, k.price as k_price, k.quantity as k_quantity
        from projection.trades t
        full join (select * from projection.fills where liquidity = 'maker') m using (trade_id)
        full join (select * from projection.fills where liquidity = 'taker') k using (trade_id)
      )
      """;

  private static final String UNEQUAL =
      TRADES
          + """
          select a.*, case taker_side when 'buy' then 'sell' else 'buy' end as maker_side,
            a.price * a.quantity * i.multiplier as value
          from agreed a left join projection.instruments i on i.symbol = a.symbol
          where t_id is null or m_id is null or k_id is null
            or (t_symbol, t_side, t_price, t_quantity) <> (a.symbol, taker_side, price, quantity)
            or (m_order, m_symbol, m_price, m_quantity)
              <> (maker_order, a.symbol, price, quantity) or m_side = taker_side
            or (k_order, k_symbol, k_side, k_price, k_quantity)
              <> (taker_order, a.symbol, taker_side, price, quantity)
            or t_value <> a.price * a.quantity * i.multiplier
          order by trade_id
          """;

  private static final String OWNERS =
      """
      select f.trade_id, f.liquidity, f.account_id, o.account_id as owner
      from projection.fills f join projection.orders o using (order_id)
      where f.account_id <> o.account_id and o.status not in\s"""
          + OrderCheck.OPEN
          + " order by 1, 2";

  private static final String FEES =
      """
      select f.trade_id, f.account_id, f.fee, coalesce(p.paid, 0) as paid
      from (
        select trade_id, account_id, sum(fee) as fee from projection.fills group by 1, 2
      ) f
      left join (
        select sequence, account_id, -sum(amount) as paid from projection.postings
        where reason = 'fee' and account_id <> ? group by 1, 2
      ) p on p.sequence = f.trade_id and p.account_id = f.account_id
      where f.fee <> coalesce(p.paid, 0) order by 1, 2
      """;

  /** Orders that are over; a parent has filled what its children have. */
  private static final String ORDERS =
      TRADES
          + """
          , executed as (
            select order_id, sum(quantity) as quantity, sum(price * quantity) as turnover
            from (
              select maker_order as order_id, price, quantity from agreed
              union all select taker_order, price, quantity from agreed
            ) as sides where order_id is not null group by order_id
          ), worked as (
            select order_id, quantity, turnover from executed
            union all
            select o.parent_id, e.quantity, e.turnover
            from executed e join projection.orders o using (order_id)
            where o.parent_id is not null
          ), done as (
            select order_id, sum(quantity) as quantity, sum(turnover) as turnover
            from worked group by order_id
          )
          select coalesce(o.order_id, d.order_id) as id, o.order_id, o.status, o.quantity,
            o.filled, o.turnover, coalesce(d.quantity, 0) as done, coalesce(d.turnover, 0) as worth
          from projection.orders o full join done d on d.order_id = o.order_id
          where o.order_id is null
            or (o.filled <> coalesce(d.quantity, 0) or o.turnover <> coalesce(d.turnover, 0)
              or (o.status = 'filled') <> (o.quantity = coalesce(d.quantity, 0)))
            and o.status not in\s"""
          + OrderCheck.OPEN
          + " order by 1";

  private final Findings findings;
  private final LongPredicate isUneven;
  private final LongPredicate isOpen;

  /** Trades that are remembered as wrong; of those beyond, a fee may be told once more. */
  private static final int MAX_REMEMBERED = 100_000;

  /** Trades of which something was found to be wrong. */
  private final LongHashSet wrong = new LongHashSet();

  /**
   * @param isUneven whether an event's postings are known to be wrong
   * @param isOpen whether an order is open in the machine, and so was compared already
   */
  TradeCheck(Findings findings, LongPredicate isUneven, LongPredicate isOpen) {
    this.findings = findings;
    this.isUneven = isUneven;
    this.isOpen = isOpen;
  }

  /** Compares all. */
  void check(Rows rows) {
    rows.forEach(UNEQUAL, this::onTrade);
    rows.forEach(OWNERS, this::onOwner);
    rows.forEach(FEES, this::onFee, Command.FEES);
    rows.forEach(ORDERS, this::onOrder);
  }

  private void onTrade(Rows.Row row) {
    long trade = row.number("trade_id");
    remember(trade);
    String what = row.decimal("quantity") + " " + row.text("symbol");
    if (row.of().get("t_id") == null) {
      String key = String.valueOf(trade);
      findings.add(BreakKind.TRADE_MISSING, "trades", key, ROW, what, NOTHING);
    } else {
      differ(BreakKind.TRADE_DIFFERS, "trades", String.valueOf(trade), row, "t");
      findings.compare(
          BreakKind.TRADE_DIFFERS,
          "trades",
          String.valueOf(trade),
          "value",
          row.decimal("value"),
          row.decimal("t_value"));
    }
    fill(row, trade + " maker", "m", "maker", what);
    fill(row, trade + " taker", "k", "taker", what);
  }

  private void fill(Rows.Row row, String key, String prefix, String liquidity, String what) {
    if (row.of().get(prefix + "_id") == null) {
      String expected = row.text(liquidity + "_side") + " " + what;
      findings.add(BreakKind.FILL_MISSING, "fills", key, ROW, expected, NOTHING);
      return;
    }
    findings.compare(
        BreakKind.FILL_DIFFERS,
        "fills",
        key,
        "order_id",
        row.of().get(liquidity + "_order"),
        row.of().get(prefix + "_order"));
    differ(BreakKind.FILL_DIFFERS, "fills", key, row, prefix);
  }

  private void differ(BreakKind kind, String table, String key, Rows.Row row, String prefix) {
    String side = prefix.equals("m") ? "maker_side" : "taker_side";
    findings.compare(kind, table, key, "symbol", row.text("symbol"), row.text(prefix + "_symbol"));
    findings.compare(kind, table, key, "side", row.text(side), row.text(prefix + "_side"));
    findings.compare(
        kind, table, key, "price", row.decimal("price"), row.decimal(prefix + "_price"));
    findings.compare(
        kind, table, key, "quantity", row.decimal("quantity"), row.decimal(prefix + "_quantity"));
  }

  private void onOwner(Rows.Row row) {
    if (remember(row.number("trade_id"))) {
      findings.compare(
          BreakKind.FILL_DIFFERS,
          "fills",
          row.number("trade_id") + " " + row.text("liquidity"),
          "account_id",
          row.number("owner"),
          row.number("account_id"));
    }
  }

  /** Whether nothing was known of the trade. */
  private boolean remember(long trade) {
    return wrong.size() < MAX_REMEMBERED ? wrong.add(trade) : !wrong.contains(trade);
  }

  private void onFee(Rows.Row row) {
    long trade = row.number("trade_id");
    if (!wrong.contains(trade) && !isUneven.test(trade)) {
      findings.add(
          BreakKind.FEE_DIFFERS,
          "fills",
          trade + " account " + row.number("account_id"),
          "fee",
          row.decimal("paid"),
          row.decimal("fee"));
    }
  }

  private void onOrder(Rows.Row row) {
    long id = row.number("id");
    if (isOpen.test(id)) {
      return;
    }
    String key = String.valueOf(id);
    BigDecimal done = row.of().get("done", BigDecimal.class);
    if (row.of().get("order_id") == null) {
      String expected = "an order that has filled " + done.toPlainString();
      findings.add(BreakKind.ORDER_MISSING, "orders", key, ROW, expected, NOTHING);
      return;
    }
    BreakKind kind = BreakKind.ORDER_FILLS_DIFFER;
    findings.compare(kind, "orders", key, "filled", done, row.decimal("filled"));
    findings.compare(
        kind, "orders", key, "turnover", row.decimal("worth"), row.decimal("turnover"));
    boolean all = done.compareTo(row.of().get("quantity", BigDecimal.class)) == 0;
    if (all != "filled".equals(row.text("status"))) {
      String expected = all ? "filled" : "canceled or expired";
      findings.add(BreakKind.ORDER_DIFFERS, "orders", key, "status", expected, row.text("status"));
    }
  }
}
