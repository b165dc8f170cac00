package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.machine.Consequences;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** An auction that takes several commands. */
class LargeAuctionTest {
  private final Venue venue = Venue.withFees(0, 0);
  private final Consequences consequences = venue.exchange.exchange().machine().consequences;
  private final long alice = venue.account("alice", 1_000_000, 0);
  private final long bob = venue.account("bob", 0, 10_000);

  /** The rest of an auction is found anew when orders have shrunk in between. */
  @Test
  void ordersMayShrinkInTheMiddle() {
    venue.submit(new Command.SetTradingState(0, TradingState.AUCTION));
    for (int i = 0; i < 1_100; i++) {
      venue.limit(bob, Side.SELL, TimeInForce.GTC, 95, 1);
    }
    Reply buy = venue.limit(alice, Side.BUY, TimeInForce.GTC, 100, 1_200);
    venue.limit(alice, Side.BUY, TimeInForce.GTC, 90, 10);
    consequences.maxSteps = 0;
    venue.submit(new Command.SetTradingState(0, TradingState.OPEN));
    long left = 1_200 - Limits.FILLS_PER_COMMAND;
    assertThat(venue.levels(Side.BUY)).first().isEqualTo("100x" + left + "/1");
    venue.replace(alice, buy.id(), 0, Limits.FILLS_PER_COMMAND + 10);
    consequences.maxSteps = 100;
    venue.submit(new Command.AdvanceTime());
    assertThat(venue.levels(Side.BUY)).containsExactly("90x10/1");
    assertThat(venue.levels(Side.SELL)).containsExactly("95x66/66");
  }
}
