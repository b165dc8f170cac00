package io.ratel.benchmarks.market;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Row;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of a tick by themselves: the ticks of a chunk that need a step take it one after the
 * other. Each step looks its market up and locks it once, so their sum is a little more than a
 * tick.
 */
final class Stages {
  private static final int CHUNK = 1_000;

  private final TickTape tape;
  private final List<Figures> dedupe = new ArrayList<>();
  private final List<Figures> book = new ArrayList<>();
  private final List<Figures> quote = new ArrayList<>();
  private final List<Figures> bars = new ArrayList<>();

  Stages(TickTape tape) {
    this.tape = tape;
  }

  void run(boolean counted) {
    TickMarkets markets = new TickMarkets(tape);
    List<BookDelta> deltas = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    List<Trade> trades = new ArrayList<>();
    List<Trade> fresh = new ArrayList<>();
    long[] ns = new long[4];
    long[] count = new long[4];
    for (int from = 0; from < tape.size(); from += CHUNK) {
      for (List<?> list : List.of(deltas, quotes, trades, fresh)) {
        list.clear();
      }
      for (int tick = from; tick < from + CHUNK; tick++) {
        switch (tape.kind(tick)) {
          case TickTape.LEVEL -> deltas.add(tape.delta(tick));
          case TickTape.QUOTE -> quotes.add(tape.quote(tick));
          default -> trades.add(tape.trade(tick));
        }
      }
      long at = System.nanoTime();
      for (Trade trade : trades) {
        if (markets.state(trade.market()).isNew(trade)) {
          fresh.add(trade);
        }
      }
      at = lap(ns, 0, at);
      for (BookDelta delta : deltas) {
        markets.state(delta.market()).apply(delta);
      }
      at = lap(ns, 1, at);
      for (Quote next : quotes) {
        markets.state(next.market()).set(next);
      }
      at = lap(ns, 2, at);
      for (Trade trade : fresh) {
        markets.state(trade.market()).add(trade, List.of(), List.of());
      }
      lap(ns, 3, at);
      count[0] += trades.size();
      count[1] += deltas.size();
      count[2] += quotes.size();
      count[3] += fresh.size();
    }
    if (counted) {
      dedupe.add(Figures.of(ns[0] / (double) count[0]));
      book.add(Figures.of(ns[1] / (double) count[1]));
      quote.add(Figures.of(ns[2] / (double) count[2]));
      bars.add(Figures.of(ns[3] / (double) count[3]));
    }
  }

  private static long lap(long[] ns, int stage, long since) {
    long now = System.nanoTime();
    ns[stage] += now - since;
    return now;
  }

  Stream<Row> rows() {
    return Stream.of(
        Row.of("marketdata.stage.dedupe", "ns", dedupe),
        Row.of("marketdata.stage.book", "ns", book),
        Row.of("marketdata.stage.quote", "ns", quote),
        Row.of("marketdata.stage.bars", "ns", bars));
  }
}
