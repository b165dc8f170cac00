package io.ratel.benchmarks.book;

import exchange.core2.core.common.BalanceAdjustmentType;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.MatchingEngineRouter;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;

/**
 * exchange-core's risk engine, matching engine and the risk engine's second part, called one after
 * the other on one thread; it was made to have a thread for each.
 */
final class PeerInline implements Machine {
  private static final long PLENTY = 1_000_000_000_000_000L;

  private final RiskEngine risk;
  private final MatchingEngineRouter router;
  private final IOrderBook book;
  private final PeerCommands commands = new PeerCommands();

  PeerInline() {
    ExchangeConfiguration configuration = ExchangeConfiguration.defaultBuilder().build();
    SharedPool pool = new SharedPool(8, 4, 256);
    risk = new RiskEngine(0, 1, DummySerializationProcessor.INSTANCE, pool, configuration);
    router =
        new MatchingEngineRouter(
            0,
            1,
            DummySerializationProcessor.INSTANCE,
            OrderBookDirectImpl::new,
            pool,
            configuration);
    risk.getSymbolSpecificationProvider().addSymbol(PeerCommands.SPECIFICATION);
    book = PeerBook.create(router.getEventsHelper());
    router.getOrderBooks().put(PeerCommands.SYMBOL, book);
    for (int user = 0; user < Mix.USERS; user++) {
      fund(user);
    }
  }

  private void fund(int user) {
    OrderCommand c = new OrderCommand();
    c.uid = user;
    c.command = OrderCommandType.ADD_USER;
    mustSucceed(c);
    c.command = OrderCommandType.BALANCE_ADJUSTMENT;
    c.orderType = OrderType.of((byte) BalanceAdjustmentType.ADJUSTMENT.getCode());
    c.price = PLENTY;
    for (int currency : new int[] {PeerCommands.BASE, PeerCommands.QUOTE}) {
      c.symbol = currency;
      c.orderId = currency;
      mustSucceed(c);
    }
  }

  private void mustSucceed(OrderCommand c) {
    risk.preProcessCommand(0, c);
    if (c.resultCode != CommandResultCode.SUCCESS) {
      throw new IllegalStateException(c.command + " was refused: " + c.resultCode);
    }
  }

  @Override
  public void run(OrderFlow flow, int from, int to) {
    for (int i = from; i < to; i++) {
      OrderCommand c = commands.fill(flow, i);
      risk.preProcessCommand(i, c);
      router.processOrder(i, c);
      risk.handlerRiskRelease(i, c);
      commands.readEvents();
    }
  }

  @Override
  public long trades() {
    return UNCOUNTED;
  }

  @Override
  public BookImage image() {
    return PeerCommands.image(book);
  }
}
