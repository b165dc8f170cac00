package io.ratel.adapters.questdb;

import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.std.Numbers;
import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import java.util.Arrays;

/** Gaps of books as rows; {@code until} is null while one is open. */
final class QuestGaps {
  static final String SELECT =
      "SELECT time, symbol, until, cause, first_missing, last_missing, healing FROM gaps";

  private QuestGaps() {}

  static void put(WalWriter writer, Gap gap) {
    TableWriter.Row row = writer.newRow(gap.fromNs());
    row.putSym(1, gap.symbol().text());
    if (!gap.isOpen()) {
      row.putTimestamp(2, gap.untilNs());
    }
    row.putSym(3, gap.cause().label());
    row.putLong(4, gap.firstMissing());
    row.putLong(5, gap.lastMissing());
    row.putSym(6, gap.healing().label());
    row.append();
  }

  static Gap read(Record row) {
    String cause = row.getSymA(3).toString();
    String healing = row.getSymA(6).toString();
    long until = row.getTimestamp(2);
    return new Gap(
        Symbol.of(row.getSymA(1).toString()),
        Arrays.stream(Gap.Cause.values())
            .filter(one -> one.label().equals(cause))
            .findFirst()
            .orElse(Gap.Cause.LOST),
        row.getTimestamp(0),
        until == Numbers.LONG_NULL ? 0 : until,
        row.getLong(4),
        row.getLong(5),
        Arrays.stream(Gap.Healing.values())
            .filter(one -> one.label().equals(healing))
            .findFirst()
            .orElse(Gap.Healing.SNAPSHOT));
  }
}
