package io.ratel.benchmarks.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.Snapshot;
import io.ratel.exchange.event.EventWriter;
import org.junit.jupiter.api.Test;

class CommandStreamTest {
  private static final int COMMANDS = 20_000;

  private int refused;
  private long filled;

  private Exchange applied(CommandStream stream) {
    Exchange exchange = new Exchange();
    EventWriter events = new EventWriter();
    Answer answer = new Answer();
    refused = 0;
    filled = 0;
    for (int i = 0; i < stream.size(); i++) {
      stream.apply(i, exchange, events, answer);
      refused += answer.refused() ? 1 : 0;
      filled += answer.toReply().filled() > 0 ? 1 : 0;
    }
    return exchange;
  }

  @Test
  void oneSeedMakesOneStream() {
    String state = Snapshot.stateHash(applied(CommandStream.generate(COMMANDS, 7)));
    assertThat(Snapshot.stateHash(applied(CommandStream.generate(COMMANDS, 7)))).isEqualTo(state);
    assertThat(Snapshot.stateHash(applied(CommandStream.generate(COMMANDS, 8))))
        .isNotEqualTo(state);
  }

  @Test
  void theBookStaysFullOrdersMeetAndFewCommandsAreRefused() {
    CommandStream stream = CommandStream.generate(COMMANDS, 7);
    Exchange exchange = applied(stream);
    assertThat(stream.size()).isEqualTo(stream.setUp() + COMMANDS);
    assertThat(exchange.restingOrders()).isBetween(500, 3_000);
    assertThat(filled).isGreaterThan(COMMANDS / 50);
    assertThat(refused).isLessThan(COMMANDS / 10);
  }
}
