package io.ratel.adapters.postgres;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The positions of every account, kept in memory between batches. For one thread. */
final class PositionRows {
  private record Key(long accountId, int instrumentId) {}

  private final Map<Key, Position> positions = new HashMap<>();

  /** Forgets everything and reads what the table has. */
  void reload(DSLContext sql, Catalog catalog) {
    positions.clear();
    sql.fetch("select * from projection.positions")
        .forEach(
            r -> {
              PositionView view = view(r, catalog.instrument(r.get("symbol", String.class)));
              positions.put(new Key(view.accountId(), view.instrument().id()), view.position());
            });
  }

  static PositionView view(Record r, Instrument instrument) {
    return new PositionView(
        r.get("account_id", Long.class),
        instrument,
        new Position(
            Decimals.count(instrument.lot(), r.get("quantity", BigDecimal.class)),
            Decimals.minorUnits(instrument.quote(), r.get("cost", BigDecimal.class)),
            Decimals.minorUnits(instrument.quote(), r.get("realized_pnl", BigDecimal.class))),
        r.get("sequence", Long.class));
  }

  /** Takes both sides of a trade. */
  void traded(
      Event.Traded e, Instrument instrument, TableWriter rows, long sequence, OffsetDateTime time) {
    fill(e, instrument, e.makerAccountId(), e.takerSide().opposite(), rows, sequence, time);
    fill(e, instrument, e.takerAccountId(), e.takerSide(), rows, sequence, time);
  }

  private void fill(
      Event.Traded e,
      Instrument instrument,
      long account,
      Side side,
      TableWriter rows,
      long sequence,
      OffsetDateTime time) {
    Key key = new Key(account, instrument.id());
    Position now = positions.getOrDefault(key, Position.FLAT).traded(side, e.quantity(), e.value());
    positions.put(key, now);
    rows.put(
        "account_id", account,
        "symbol", instrument.symbol().text(),
        "quantity", Decimals.steps(instrument.lot(), now.quantity()),
        "cost", Decimals.amount(instrument.quote(), now.cost()),
        "realized_pnl", Decimals.amount(instrument.quote(), now.realizedPnl()),
        "sequence", sequence,
        "updated_at", time);
  }
}
