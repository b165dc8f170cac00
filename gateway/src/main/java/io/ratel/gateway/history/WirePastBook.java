package io.ratel.gateway.history;

import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBook;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import java.time.Instant;
import java.util.List;

/** A book as it was, best prices first, each level {@code [price, quantity]}. */
public record WirePastBook(
    Instant time,
    List<List<Decimal>> bids,
    List<List<Decimal>> asks,
    long sequence,
    Instant received) {
  static WirePastBook of(BookSnapshot book, int depth) {
    return new WirePastBook(
        Times.instant(book.exchangeTimeNs()),
        WireBook.levels(book.market(), best(book.bids(), depth)),
        WireBook.levels(book.market(), best(book.asks(), depth)),
        book.sequence(),
        Times.instant(book.localTimeNs()));
  }

  private static List<Level> best(List<Level> side, int depth) {
    return side.subList(0, Math.min(depth, side.size()));
  }
}
