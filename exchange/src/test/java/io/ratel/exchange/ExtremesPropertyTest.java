package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever numbers a command carries, the machine answers, and no money comes or goes. */
class ExtremesPropertyTest {
  private static final long[] NUMBERS = {
    Long.MIN_VALUE,
    -1,
    0,
    1,
    95,
    105,
    1L << 31,
    1L << 52,
    Limits.SUPPLY,
    Limits.SUPPLY + 1,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE
  };

  @Property(tries = 200)
  void noNumberBreaksTheMachine(@ForAll long seed) {
    Random random = new Random(seed);
    Venue venue = Venue.withFees(1_000, 2_000);
    RandomVenue ordinary = RandomVenue.open(venue, seed);
    long rich = venue.account("rich", Limits.SUPPLY / 8, Limits.SUPPLY / 8);
    long poor = venue.account("poor", 1, 1);
    Exchange exchange = venue.exchange.exchange();
    for (int i = 0; i < 300; i++) {
      long id = exchange.lastCommandId() + 32;
      Command command = ordinary.next(id);
      if (random.nextInt(3) > 0) {
        command = extreme(random, random.nextBoolean() ? rich : poor, id);
      }
      venue.events.clear();
      venue.exchange.submit(command, id, ordinary.now());
      long[] sums = new long[2];
      exchange.machine.ledger.forEachRow((account, asset, total, held) -> sums[asset] += total);
      assertThat(sums).as(command.toString()).containsOnly(0);
      assertThat(venue.available(poor, 0)).isNotNegative();
      assertThat(venue.available(rich, 1)).isNotNegative();
    }
  }

  private static long any(Random random) {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static long some(Random random, long usual) {
    return random.nextInt(3) == 0 ? any(random) : usual;
  }

  private static Command extreme(Random random, long account, long id) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Command.ReplaceOrder(
              account,
              id - 32L * (1 + random.nextInt(20)),
              some(random, 0),
              some(random, 0),
              some(random, 0));
      case 1 -> new Command.CancelAllAfter(account, any(random));
      case 2 ->
          new Command.SetLimits(
              account,
              new AccountLimits(
                  any(random) & Long.MAX_VALUE,
                  any(random) & Long.MAX_VALUE,
                  any(random) & Long.MAX_VALUE,
                  any(random) & Long.MAX_VALUE,
                  1_000,
                  1_000,
                  random.nextBoolean() ? 0 : Integer.MAX_VALUE));
      case 3 -> new Command.SetLimits(account, AccountLimits.NONE);
      default -> order(random, account);
    };
  }

  private static Command order(Random random, long account) {
    OrderType type = OrderType.values()[random.nextInt(7)];
    boolean splits = random.nextInt(4) == 0;
    Split split =
        new Split(
            Algo.values()[random.nextInt(3)],
            some(random, 0),
            some(random, Long.MAX_VALUE),
            some(random, 1_000_000),
            random.nextInt(3) * 500_000,
            random.nextBoolean() ? List.of() : List.of(1, 1_000, 65_000));
    boolean waits = type.waits() && type != OrderType.TRAILING_STOP;
    return new Command.PlaceOrder(
        account,
        random.nextInt(3),
        Side.values()[random.nextInt(2)],
        type,
        TimeInForce.values()[random.nextInt(5)],
        type.isPriced() ? some(random, 100) : 0,
        some(random, 5),
        new OrderConditions(
            waits || random.nextInt(4) == 0 ? some(random, 100) : 0,
            type == OrderType.TRAILING_STOP ? some(random, 5) : 0,
            random.nextInt(4) == 0 ? some(random, 1) : 0,
            random.nextInt(3) == 0 ? any(random) : 0,
            random.nextInt(3) == 0 ? some(random, 110) : 0,
            random.nextInt(3) == 0 ? some(random, 90) : 0,
            random.nextInt(6) == 0 ? some(random, 90) : 0,
            random.nextInt(4) == 0 ? random.nextInt(1 << 9) : 0,
            SelfTradePrevention.values()[random.nextInt(5)],
            PositionEffect.values()[random.nextInt(2)],
            splits ? Optional.of(split) : Optional.empty()),
        "");
  }
}
