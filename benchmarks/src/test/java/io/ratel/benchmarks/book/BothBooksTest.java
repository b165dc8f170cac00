package io.ratel.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Our book against exchange-core's on flows of every kind of command, odd ones included. */
class BothBooksTest {
  private static final int USER = 7;

  /** Few prices: orders meet. Many ids name an order that is gone, or none. */
  private static void add(OrderFlow flow, Random random) {
    byte command = (byte) (1 + random.nextInt(4));
    boolean bid = random.nextBoolean();
    byte type = (byte) random.nextInt(3);
    long id = command == OrderFlow.PLACE ? flow.size() + 1 : 1 + random.nextInt(flow.size() + 1);
    long price = 90 + random.nextInt(20);
    long lots = 1 + random.nextInt(12);
    if (command == OrderFlow.PLACE && type == OrderFlow.FOK_BUDGET) {
      price = price * lots + random.nextInt(20) - 10;
    }
    flow.add(command, bid, command == OrderFlow.PLACE ? type : 0, USER, id, price, lots);
  }

  @Property(tries = 300)
  void theyAgreeAfterEveryCommand(@ForAll long seed) {
    Random random = new Random(seed);
    OrderFlow flow = new OrderFlow();
    RatelBook ours = new RatelBook();
    PeerBook peers = new PeerBook();
    for (int i = 0; i < 300; i++) {
      add(flow, random);
      ours.run(flow, i, i + 1);
      peers.run(flow, i, i + 1);
      assertThat(ours.image()).isEqualTo(peers.image());
      assertThat(ours.trades()).isEqualTo(peers.trades());
    }
  }
}
