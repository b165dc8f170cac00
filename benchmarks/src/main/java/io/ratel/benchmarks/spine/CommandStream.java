package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.venue.Market;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.event.EventWriter;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.Side;
import java.util.Random;
import org.agrona.collections.LongArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands for one market as the exchange reads them, one after the other in a buffer: mostly
 * orders that rest near the middle and cancels of earlier ones, and one order in ten meets the
 * other side. One or two thousand orders rest at any time; a cancel may come too late, as in life.
 */
final class CommandStream {
  private static final int BYTES_EACH = 112;
  private static final int RESTING = 2_000;
  private static final int DEPTH = 200;
  private static final long ID_STEP = 32;
  private static final long TIME_STEP_NS = 10_000;

  private final UnsafeBuffer buffer;
  private final int[] ends;
  private final CommandCodec codec = new CommandCodec();
  private int size;
  private int setUp;

  private CommandStream(int commands) {
    int room = commands + 100;
    buffer = new UnsafeBuffer(new byte[Math.multiplyExact(room, BYTES_EACH)]);
    ends = new int[room];
  }

  /** The same commands for the same seed. */
  static CommandStream generate(int commands, long seed) {
    CommandStream stream = new CommandStream(commands);
    LocalExchange exchange = new LocalExchange((sequence, time, event) -> {});
    Market market = Market.open(command -> stream.add(exchange, command));
    stream.setUp = stream.size;
    Random random = new Random(seed);
    LongArrayList resting = new LongArrayList();
    for (int i = 0; i < commands; i++) {
      int cancelAbove = RESTING / 2 + random.nextInt(RESTING);
      if (resting.size() > cancelAbove) {
        long order = resting.fastUnorderedRemove(random.nextInt(resting.size()));
        stream.add(exchange, new Command.CancelOrder(market.accountId(), order));
      } else {
        place(stream, exchange, market, random, resting);
      }
    }
    return stream;
  }

  private static void place(
      CommandStream stream,
      LocalExchange exchange,
      Market market,
      Random random,
      LongArrayList resting) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    boolean crosses = random.nextInt(10) == 0;
    long away = crosses ? -random.nextInt(5) : 1 + random.nextInt(DEPTH);
    long price = Market.MIDDLE + (side == Side.BUY ? -away : away);
    Reply reply = stream.add(exchange, market.limit(side, price, 1 + random.nextInt(100)));
    if (reply.status() == OrderStatus.OPEN || reply.status() == OrderStatus.PARTIALLY_FILLED) {
      resting.addLong(reply.id());
    }
  }

  private Reply add(LocalExchange exchange, Command command) {
    int start = start(size);
    ends[size] = start + codec.encode(command, buffer, start);
    Reply reply = exchange.submit(command, id(size), time(size));
    size++;
    return reply;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private static long id(int index) {
    return (index + 1) * ID_STEP;
  }

  private static long time(int index) {
    return (index + 1) * TIME_STEP_NS;
  }

  /** How many commands there are. */
  int size() {
    return size;
  }

  /** How many commands open the market, before the first order. */
  int setUp() {
    return setUp;
  }

  /** Applies command number {@code index}; the exchange has had all before it, and only those. */
  void apply(int index, Exchange exchange, EventWriter events, Answer answer) {
    int start = start(index);
    exchange.apply(id(index), time(index), buffer, start, ends[index] - start, events, answer);
  }
}
