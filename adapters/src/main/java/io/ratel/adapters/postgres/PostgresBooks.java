package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/**
 * The books as the projection has them, to start a reader from without the whole history. Safe for
 * any thread.
 */
public final class PostgresBooks {
  /** What rests at a price, in ticks and lots. */
  public record LevelView(Instrument instrument, Side side, long price, long quantity) {}

  /**
   * All levels after an event.
   *
   * @param sequence the last event contained
   */
  public record Books(long sequence, List<Instrument> instruments, List<LevelView> levels) {}

  private final DSLContext sql;

  public PostgresBooks(Database database) {
    sql = database.sql();
  }

  /** Reads all books at one moment. */
  public Books read() {
    return sql.transactionResult(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("set transaction isolation level repeatable read");
          Long sequence =
              in.fetchSingle("select sequence from projection.progress").get(0, Long.class);
          Catalog catalog = Catalog.read(in);
          List<LevelView> levels =
              in.fetch("select symbol, side, price, quantity from projection.levels")
                  .map(
                      r -> {
                        Instrument instrument = catalog.instrument(r.get("symbol", String.class));
                        return new LevelView(
                            instrument,
                            Side.valueOf(r.get("side", String.class).toUpperCase(Locale.ROOT)),
                            Decimals.count(instrument.tick(), r.get("price", BigDecimal.class)),
                            Decimals.count(instrument.lot(), r.get("quantity", BigDecimal.class)));
                      });
          return new Books(sequence, catalog.instruments(), levels);
        });
  }
}
