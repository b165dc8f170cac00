package io.ratel.benchmarks.book;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/** exchange-core's book alone. */
final class PeerBook implements Machine {
  private final IOrderBook book = create(OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER);
  private final PeerCommands commands = new PeerCommands();

  static IOrderBook create(OrderBookEventsHelper events) {
    return new OrderBookDirectImpl(
        PeerCommands.SPECIFICATION,
        ObjectsPool.createDefaultTestPool(),
        events,
        LoggingConfiguration.DEFAULT);
  }

  @Override
  public void run(OrderFlow flow, int from, int to) {
    for (int i = from; i < to; i++) {
      IOrderBook.processCommand(book, commands.fill(flow, i));
      commands.readEvents();
    }
  }

  @Override
  public long trades() {
    return commands.trades;
  }

  @Override
  public BookImage image() {
    return PeerCommands.image(book);
  }
}
