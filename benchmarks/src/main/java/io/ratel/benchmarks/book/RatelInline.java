package io.ratel.benchmarks.book;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.event.EventWriter;

/** Our machine: hold, match and settle one after the other, and the events of each command. */
final class RatelInline implements Machine {
  private final EncodedFlow encoded;
  private final Exchange exchange;
  private final EventWriter events = new EventWriter();
  private final Answer answer = new Answer();

  RatelInline(EncodedFlow encoded) {
    this.encoded = encoded;
    exchange = encoded.open();
  }

  @Override
  public void run(OrderFlow flow, int from, int to) {
    for (int i = from; i < to; i++) {
      encoded.apply(i, exchange, events, answer);
    }
  }

  @Override
  public long trades() {
    return UNCOUNTED;
  }

  @Override
  public BookImage image() {
    return RatelBook.image(exchange.book(encoded.instrument()));
  }
}
