package io.ratel.server.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import org.junit.jupiter.api.Test;

/** When the exchange is told that time passes, and when it is left alone. */
class PassingTimeTest {
  private final LocalExchange exchange = new LocalExchange((sequence, time, event) -> {});
  private long now = 10_000_000_000L;
  private long commands;
  private long told;
  private boolean silent;
  private final PassingTime time =
      new PassingTime(this::submit, () -> commands, exchange.exchange()::nextDueNs, () -> now);

  private Reply submit(Command command) {
    if (silent) {
      throw new ExchangeUnavailableException("no answer in time");
    }
    told += command instanceof Command.AdvanceTime ? 1 : 0;
    commands++;
    return exchange.submit(command, now);
  }

  @Test
  void leavesAnIdleExchangeAlone() {
    time.pass();
    time.pass();
    assertThat(told).isZero();
  }

  @Test
  void tellsOnceAfterCommandsAndThenWhenSomethingIsDue() {
    submit(new Command.ListAsset("USD", 8));
    long account = submit(new Command.OpenAccount("a")).id();
    time.pass();
    time.pass();
    assertThat(told).isOne();

    submit(new Command.CancelAllAfter(account, 5_000_000_000L));
    now += 999_999_999L;
    time.pass();
    assertThat(told).isOne();
    now++;
    time.pass();
    assertThat(told).isEqualTo(2);
    now += 3_999_999_999L;
    time.pass();
    assertThat(told).isEqualTo(2);
    now++;
    time.pass();
    assertThat(told).isEqualTo(3);
    assertThat(exchange.exchange().nextDueNs()).isGreaterThan(now);
  }

  @Test
  void triesAgainWhenTheExchangeDidNotAnswer() {
    submit(new Command.ListAsset("USD", 8));
    silent = true;
    time.pass();
    silent = false;
    now += 1_000_000_000L;
    time.pass();
    assertThat(told).isOne();
  }
}
