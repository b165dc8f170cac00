package io.ratel.exchange.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TrailTest {
  private static OrderTerms stop(Side side, long trail, boolean ppm, long trigger) {
    OrderTerms terms = new OrderTerms();
    terms.type = OrderType.TRAILING_STOP;
    terms.side = side;
    terms.trail = trail;
    terms.flags = ppm ? OrderTerms.TRAIL_PPM : 0;
    terms.trigger = trigger;
    return terms;
  }

  @Property
  void itMovesAtThePriceItSaysAndNotATickBefore(
      @ForAll Side side,
      @ForAll boolean ppm,
      @ForAll @IntRange(min = 1, max = 999_999) int trail,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 4) long price) {
    OrderTerms terms = stop(side, trail, ppm, 0);
    terms.trigger = Trail.follow(terms, price);
    long at = Trail.movesAt(terms);
    long step = side == Side.SELL ? 1 : -1;
    if (at <= 1 || at == Long.MAX_VALUE) {
      return;
    }
    assertThat(Trail.follow(terms, at - step)).isEqualTo(terms.trigger);
    assertThat((Trail.follow(terms, at) - terms.trigger) * step).isPositive();
    assertThat((at - price) * step).isPositive();
  }

  @Property
  void itIsNeverNearerThanAskedNorATickFarther(
      @ForAll Side side,
      @ForAll @IntRange(min = 1, max = 999_999) int trail,
      @ForAll @LongRange(min = 1, max = 9_000_000_000_000L) long price) {
    long distance = Math.abs(price - Trail.trigger(stop(side, trail, true, 0), price));
    assertThat(distance * 1_000_000).isGreaterThanOrEqualTo(price * trail);
    assertThat((distance - 1) * 1_000_000).isLessThan(price * trail);
  }

  @Property
  void whereverItsTriggerHasBeenSetNothingOverflows(
      @ForAll Side side,
      @ForAll boolean ppm,
      @ForAll @IntRange(min = 1, max = 999_999) int trail,
      @ForAll @LongRange(min = 1) long trigger,
      @ForAll @LongRange(min = 1) long price) {
    OrderTerms terms = stop(side, trail, ppm, trigger);
    long at = Trail.movesAt(terms);
    boolean moves = Trail.follow(terms, price) != trigger;
    if (price != Long.MAX_VALUE) {
      assertThat(moves).isEqualTo(side == Side.SELL ? price >= at : price <= at);
    }
  }
}
