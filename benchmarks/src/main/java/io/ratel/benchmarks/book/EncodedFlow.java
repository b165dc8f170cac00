package io.ratel.benchmarks.book;

import io.ratel.benchmarks.venue.Market;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.EventWriter;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A flow as the exchange reads it from its log: each user has an account, an order has the id of
 * its command, a move and a reduce are replacements, a reduce of the remainder is a cancel.
 */
final class EncodedFlow {
  private static final int BYTES_EACH = 72; // on average; an order has 112, the others 40 and less
  private static final long ID_STEP = 32;
  private static final long PLENTY = 1_000_000_000_000_000L;
  private static final int ASSETS = 2;

  private final long[] accounts = new long[Mix.USERS];
  private final UnsafeBuffer buffer;
  private final int[] ends;
  private final CommandCodec codec = new CommandCodec();
  private long firstId;
  private int instrument;
  private int size;

  EncodedFlow(OrderFlow flow) {
    buffer = new UnsafeBuffer(new byte[Math.multiplyExact(flow.size(), BYTES_EACH)]);
    ends = new int[flow.size()];
    open();
    RatelBook book = new RatelBook();
    Long2LongHashMap orders = new Long2LongHashMap(0);
    Long2LongHashMap quantities = new Long2LongHashMap(0);
    for (int i = 0; i < flow.size(); i++) {
      add(command(flow, i, book, orders, quantities));
      book.run(flow, i, i + 1);
    }
  }

  /** A new exchange with the market, and money for everybody. */
  Exchange open() {
    LocalExchange exchange = new LocalExchange((sequence, time, event) -> {});
    Market market = Market.open(command -> submit(exchange, command));
    instrument = market.instrumentId();
    for (int user = 0; user < accounts.length; user++) {
      accounts[user] = submit(exchange, new Command.OpenAccount("user-" + user)).id();
      for (int asset = 0; asset < ASSETS; asset++) {
        submit(
            exchange,
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, accounts[user], asset, PLENTY, ""));
      }
    }
    firstId = exchange.exchange().lastCommandId() + ID_STEP;
    return exchange.exchange();
  }

  private static Reply submit(LocalExchange exchange, Command command) {
    Reply reply = exchange.submit(command, 1);
    if (reply.refused()) {
      throw new IllegalStateException(command + " was refused: " + reply.reason());
    }
    return reply;
  }

  int instrument() {
    return instrument;
  }

  private Command command(
      OrderFlow flow, int i, RatelBook book, Long2LongHashMap orders, Long2LongHashMap quantities) {
    long account = accounts[flow.user(i)];
    long id = flow.id(i);
    long order = orders.get(id);
    switch (flow.command(i)) {
      case OrderFlow.PLACE -> {
        orders.put(id, id(i));
        quantities.put(id, flow.lots(i));
        return new Command.PlaceOrder(
            account,
            instrument,
            flow.isBid(i) ? Side.BUY : Side.SELL,
            OrderType.LIMIT,
            flow.type(i) == OrderFlow.GTC ? TimeInForce.GTC : TimeInForce.IOC,
            flow.price(i),
            flow.lots(i),
            "");
      }
      case OrderFlow.MOVE -> {
        return new Command.ReplaceOrder(account, order, flow.price(i), 0);
      }
      case OrderFlow.REDUCE -> {
        int slot = book.orders().find(id);
        if (slot >= 0 && book.orders().remaining(slot) > flow.lots(i)) {
          long quantity = quantities.get(id) - flow.lots(i);
          quantities.put(id, quantity);
          return new Command.ReplaceOrder(account, order, 0, quantity);
        }
      }
      default -> {}
    }
    return new Command.CancelOrder(account, order);
  }

  private void add(Command command) {
    int start = start(size);
    ends[size] = start + codec.encode(command, buffer, start);
    size++;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private long id(int index) {
    return firstId + index * ID_STEP;
  }

  /** Applies command number {@code index}; the exchange has had all before it, and only those. */
  void apply(int index, Exchange exchange, EventWriter events, Answer answer) {
    int start = start(index);
    exchange.apply(id(index), index, buffer, start, ends[index] - start, events, answer);
  }
}
