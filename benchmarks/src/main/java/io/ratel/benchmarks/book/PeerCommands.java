package io.ratel.benchmarks.book;

import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.L2MarketData;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.orderbook.IOrderBook;

/** One command of exchange-core's, filled again and again from a flow. */
final class PeerCommands {
  static final String NAME = "exchange-core";
  static final String VERSION = "0.5.3";

  static final int SYMBOL = 1;
  static final int BASE = 10;
  static final int QUOTE = 20;

  /** What a bid reserves a lot at: it may move up to there. */
  static final long HIGHEST_BID = 1_000_000;

  /** A pair for cash with a fee a lot, as most of its own tests have. */
  static final CoreSymbolSpecification SPECIFICATION =
      CoreSymbolSpecification.builder()
          .symbolId(SYMBOL)
          .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
          .baseCurrency(BASE)
          .quoteCurrency(QUOTE)
          .baseScaleK(1_000)
          .quoteScaleK(10)
          .takerFee(2)
          .makerFee(1)
          .build();

  final OrderCommand command = new OrderCommand();
  long trades;

  /** The next one of a flow. */
  OrderCommand fill(OrderFlow flow, int i) {
    OrderCommand c = command;
    c.symbol = SYMBOL;
    c.uid = flow.user(i);
    c.orderId = flow.id(i);
    c.price = flow.price(i);
    c.size = flow.lots(i);
    c.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
    c.matcherEvent = null;
    switch (flow.command(i)) {
      case OrderFlow.PLACE -> {
        c.command = OrderCommandType.PLACE_ORDER;
        c.action = flow.isBid(i) ? OrderAction.BID : OrderAction.ASK;
        c.orderType =
            switch (flow.type(i)) {
              case OrderFlow.GTC -> OrderType.GTC;
              case OrderFlow.IOC -> OrderType.IOC;
              default -> OrderType.FOK_BUDGET;
            };
        c.reserveBidPrice = flow.type(i) == OrderFlow.FOK_BUDGET ? c.price : HIGHEST_BID;
      }
      case OrderFlow.CANCEL -> c.command = OrderCommandType.CANCEL_ORDER;
      case OrderFlow.MOVE -> c.command = OrderCommandType.MOVE_ORDER;
      default -> c.command = OrderCommandType.REDUCE_ORDER;
    }
    return c;
  }

  /** Reads the events that the last one made, as whoever comes next must. */
  void readEvents() {
    for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
      if (event.eventType == MatcherEventType.TRADE) {
        trades++;
      }
    }
  }

  static BookImage image(IOrderBook book) {
    L2MarketData data = book.getL2MarketDataSnapshot();
    BookImage.Builder image = new BookImage.Builder();
    for (int i = 0; i < data.askSize; i++) {
      image.add(false, data.askPrices[i], data.askVolumes[i], data.askOrders[i]);
    }
    for (int i = 0; i < data.bidSize; i++) {
      image.add(true, data.bidPrices[i], data.bidVolumes[i], data.bidOrders[i]);
    }
    return image.build();
  }
}
