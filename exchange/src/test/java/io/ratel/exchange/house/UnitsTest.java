package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.model.order.RejectReason;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private MarginVenue venue = MarginVenue.plain();
  private long pool;
  private long alice;
  private long bob;

  @BeforeEach
  void aPoolWithTwoMembers() {
    venue = MarginVenue.plain();
    pool = venue.account("pool", 0);
    alice = venue.account("alice", 10_000);
    bob = venue.account("bob", 10_000);
  }

  private Reply buy(long member, long amount) {
    return venue.submit(new Command.MoveUnits(pool, member, 0, amount, 0, ""));
  }

  private Reply giveBack(long member, long units) {
    return venue.submit(new Command.MoveUnits(pool, member, 0, 0, units, ""));
  }

  @Test
  void sharesProfitsByUnits() {
    buy(alice, 1_000);
    long other = venue.account("other", 100_000);
    venue.trade(pool, other, 100, 10);
    venue.mark(150);
    // 1,000 and 500 of profit that is not realised yet: a unit is worth 1.50.
    buy(bob, 3_000);
    assertThat(venue.events(Event.UnitsMoved.class).getLast())
        .isEqualTo(new Event.UnitsMoved(pool, bob, 0, 3_000, 2_000, 3_000));
    assertThat(giveBack(bob, 2_000).refused()).isFalse();
    assertThat(venue.total(bob)).isEqualTo(10_000);
  }

  @Test
  void whatAPoolHadBeforeItsFirstMemberStaysItsOwners() {
    venue.deposit(pool, 3_000);
    long other = venue.account("other", 100_000);
    venue.trade(pool, other, 100, 10);
    venue.mark(200);
    assertThat(buy(alice, 1_000).refused()).isFalse();
    assertThat(venue.events(Event.UnitsMoved.class))
        .containsExactly(
            new Event.UnitsMoved(pool, pool, 0, 0, 4_000, 4_000),
            new Event.UnitsMoved(pool, alice, 0, 1_000, 1_000, 5_000));
    // A fifth of the pool: it gains 500, of which 100 are hers.
    venue.mark(250);
    assertThat(giveBack(alice, 1_000).refused()).isFalse();
    assertThat(venue.total(alice)).isEqualTo(10_100);
    assertThat(buy(bob, 5_400).refused()).isFalse();
    assertThat(venue.events(Event.UnitsMoved.class).getLast())
        .isEqualTo(new Event.UnitsMoved(pool, bob, 0, 5_400, 4_909, 8_909));
  }

  @Test
  void aRefusedFirstPurchaseIssuesNothing() {
    venue.deposit(pool, 3_000);
    assertThat(buy(alice, 10_001).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(venue.events(Event.UnitsMoved.class)).isEmpty();
  }

  @Test
  void givesBackNoMoreThanAMemberHasAndThePoolCanPay() {
    buy(alice, 1_000);
    Reply refused = giveBack(alice, 1_001);
    assertThat(refused.reason()).isEqualTo(RejectReason.INSUFFICIENT_UNITS);
    assertThat(refused.available()).isEqualTo(1_000);
    long other = venue.account("other", 100_000);
    venue.trade(pool, other, 100, 100);
    assertThat(giveBack(alice, 10).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(buy(alice, 100_000).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(buy(pool, 1).reason()).isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
  }

  @Property(tries = 200)
  void nobodyGainsByComingAndGoing(@ForAll long seed) {
    aPoolWithTwoMembers();
    Random random = new Random(seed);
    buy(alice, 1 + random.nextInt(3_000));
    venue.deposit(pool, 1 + random.nextInt(1_000));
    for (int i = 0; i < 40; i++) {
      long before = venue.total(bob);
      Reply bought = buy(bob, 1 + random.nextInt(500));
      if (!bought.refused()) {
        giveBack(bob, venue.events(Event.UnitsMoved.class).getLast().units());
      }
      assertThat(venue.total(bob)).isLessThanOrEqualTo(before);
    }
    assertThat(venue.total(alice) + venue.total(bob) + venue.total(pool))
        .isEqualTo(-venue.total(Command.WORLD));
  }
}
