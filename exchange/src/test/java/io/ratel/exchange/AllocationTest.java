package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.event.EventWriter;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** In the steady state a command costs no object. */
class AllocationTest {
  private static final int WARM_UP = 200_000;
  private static final int MEASURED = 100_000;
  private static final int STRIDE = 128;

  private final Venue venue = Venue.withFees(100, 200);
  private final Exchange exchange = venue.exchange.exchange();
  private final EventWriter events = new EventWriter();
  private final Answer answer = new Answer();

  @Test
  void thePlainMixAllocatesNothing() {
    long[] accounts = new long[8];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = venue.account("account-" + i, 1L << 50, 1L << 50);
    }
    UnsafeBuffer commands = new UnsafeBuffer(new byte[STRIDE * (WARM_UP + MEASURED)]);
    int[] lengths = encode(commands, accounts);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    apply(commands, lengths, 0, WARM_UP);
    long before = threads.getThreadAllocatedBytes(thread);
    apply(commands, lengths, WARM_UP, WARM_UP + MEASURED);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(exchange.restingOrders()).as("the mix leaves a book").isPositive();
    assertThat((double) allocated / MEASURED)
        .as("bytes a command: " + allocated + " in all")
        .isLessThan(1);
  }

  private void apply(UnsafeBuffer commands, int[] lengths, int from, int to) {
    for (int i = from; i < to; i++) {
      exchange.apply(id(i), 1_000_000 + i, commands, i * STRIDE, lengths[i], events, answer);
    }
  }

  private static long id(int command) {
    return 1_000_000 + 32L * command;
  }

  /** Places, cancels, replaces and takes; what is placed is mostly canceled or taken again. */
  private static int[] encode(UnsafeBuffer into, long[] accounts) {
    CommandCodec codec = new CommandCodec();
    Random random = new Random(7);
    int[] lengths = new int[WARM_UP + MEASURED];
    for (int i = 0; i < lengths.length; i++) {
      int slot = i % 4;
      long account = accounts[i / 4 % accounts.length];
      long placed = id(i - slot);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long price = side == Side.BUY ? 9_990 - random.nextInt(40) : 10_010 + random.nextInt(40);
      Command command =
          switch (slot) {
            case 0 -> order(account, side, TimeInForce.GTC, price, 1 + random.nextInt(50));
            case 1 -> new Command.ReplaceOrder(account, placed, price, 1 + random.nextInt(50));
            case 2 ->
                order(
                    account,
                    side,
                    TimeInForce.IOC,
                    side == Side.BUY ? 10_050 : 9_950,
                    1 + random.nextInt(60));
            default ->
                random.nextInt(3) == 0
                    ? new Command.ReplaceOrder(account, placed, 0, 100)
                    : new Command.CancelOrder(account, placed);
          };
      lengths[i] = codec.encode(command, into, i * STRIDE);
    }
    return lengths;
  }

  private static Command order(
      long account, Side side, TimeInForce time, long price, long quantity) {
    return new Command.PlaceOrder(account, 0, side, OrderType.LIMIT, time, price, quantity, "");
  }
}
