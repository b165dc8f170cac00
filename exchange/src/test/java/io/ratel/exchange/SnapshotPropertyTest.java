package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.machine.Consequences;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.agrona.ExpandableArrayBuffer;

/** A state that is written and read goes on as if nothing had happened, whatever it was in. */
class SnapshotPropertyTest {
  private static final int COMMANDS = Integer.getInteger("ratel.proof.commands", 300);

  @Property(tries = 150)
  void aSnapshotAnywhereAndTheRestOfTheCommandsEndInTheSameState(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 299) int cut) {
    bothEndInTheSameState(seed, cut, Integer.MAX_VALUE);
  }

  /** With so little done after a command, there is always something left over to be kept. */
  @Property(tries = 150)
  void whatACommandLeavesOverIsInTheSnapshotToo(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 299) int cut) {
    bothEndInTheSameState(seed, cut, 1);
  }

  private static void bothEndInTheSameState(long seed, int cut, int steps) {
    Venue whole = Venue.withFees(1_000, 2_000);
    Venue cutShort = Venue.withFees(1_000, 2_000);
    RandomVenue commands = RandomVenue.open(whole, seed);
    RandomVenue.open(cutShort, seed);
    bound(whole, steps);
    bound(cutShort, steps);
    for (int i = 0; i < COMMANDS; i++) {
      if (i == cut % COMMANDS) {
        restore(cutShort);
        bound(cutShort, steps);
      }
      long id = whole.exchange.exchange().lastCommandId() + 32;
      Command command = commands.next(id);
      whole.events.clear();
      cutShort.events.clear();
      Reply reply = whole.exchange.submit(command, id, commands.now());
      String as = i + ": " + command;
      assertThat(cutShort.exchange.submit(command, id, commands.now())).as(as).isEqualTo(reply);
      assertThat(cutShort.events).as(as).isEqualTo(whole.events);
      assertNothingIsLost(whole.exchange.exchange(), as);
    }
    assertThat(Snapshot.stateHash(cutShort.exchange.exchange()))
        .isEqualTo(Snapshot.stateHash(whole.exchange.exchange()));
  }

  private static void bound(Venue venue, int steps) {
    Consequences consequences = venue.exchange.exchange().machine().consequences;
    consequences.maxSteps = Math.min(consequences.maxSteps, steps);
  }

  private static void restore(Venue venue) {
    Exchange before = venue.exchange.exchange();
    ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    int length = Snapshot.write(before, bytes);
    Exchange restored = Snapshot.read(bytes, 0, length);
    assertThat(Snapshot.stateHash(restored)).isEqualTo(Snapshot.stateHash(before));
    venue.exchange =
        new LocalExchange(restored, (sequence, time, event) -> venue.events.add(event));
  }

  /** What all accounts have of an asset is nothing, and cash accounts owe nothing. */
  private static void assertNothingIsLost(Exchange exchange, String as) {
    long[] sums = new long[2];
    List<String> owing = new ArrayList<>();
    exchange.machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          sums[asset] += total;
          if (account == 5 && total < held || held < 0) {
            owing.add(account + " has " + total + " of " + asset + " and holds " + held);
          }
        });
    assertThat(sums).as(as).containsOnly(0);
    assertThat(owing).as(as).isEmpty();
  }
}
