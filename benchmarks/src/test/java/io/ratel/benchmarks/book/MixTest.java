package io.ratel.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ratel.benchmarks.book.Mix.Filled;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The flow has the proportions it says, and both books agree about it. */
class MixTest {
  private static final Filled FILLED = Mix.generate(1_000, 300_000, 42);

  private static double percent(int command, int type) {
    OrderFlow flow = FILLED.flow();
    long count =
        IntStream.range(FILLED.fill(), flow.size())
            .filter(i -> flow.command(i) == command && flow.type(i) == type)
            .count();
    return count * 100.0 / (flow.size() - FILLED.fill());
  }

  @Test
  void theMixIsThePublishedOne() {
    assertThat(percent(OrderFlow.PLACE, OrderFlow.GTC)).isCloseTo(13, within(0.3));
    assertThat(percent(OrderFlow.PLACE, OrderFlow.IOC)).isCloseTo(2, within(0.3));
    assertThat(percent(OrderFlow.CANCEL, OrderFlow.GTC)).isCloseTo(7, within(0.3));
    assertThat(percent(OrderFlow.MOVE, OrderFlow.GTC)).isCloseTo(71, within(0.3));
    assertThat(percent(OrderFlow.REDUCE, OrderFlow.GTC)).isCloseTo(7, within(0.3));
  }

  @Test
  void bothBooksEndWithTheSameLevelsAfterTheSameTrades() {
    Machine ours = new RatelBook();
    Machine peers = new PeerBook();
    for (Machine machine : new Machine[] {ours, peers}) {
      machine.run(FILLED.flow(), 0, FILLED.flow().size());
    }
    assertThat(ours.image()).isEqualTo(peers.image());
    assertThat(ours.trades()).isEqualTo(peers.trades()).isGreaterThan(10_000);
    BookImage image = ours.image();
    assertThat(image.orders(true) + image.orders(false)).isBetween(900L, 1_100L);
  }
}
