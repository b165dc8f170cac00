package io.ratel.exchange.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingOrdersTest {
  private final WaitingOrders waiting = new WaitingOrders();
  private final List<String> heard = new ArrayList<>();
  private final FiredHandler handler = listener(heard);

  /** Writes what it hears as lines. */
  static FiredHandler listener(List<String> lines) {
    return new FiredHandler() {
      @Override
      public void onFired(OrderTerms terms) {
        lines.add("fired " + terms.id + " at " + terms.trigger);
      }

      @Override
      public void onTrigger(long id, long trigger) {
        lines.add("moved " + id + " to " + trigger);
      }
    };
  }

  private static OrderTerms order(long id, Side side, OrderType type, long trigger) {
    OrderTerms terms = new OrderTerms();
    terms.id = id;
    terms.side = side;
    terms.type = type;
    terms.trigger = trigger;
    terms.quantity = 1;
    return terms;
  }

  private static OrderTerms trailing(long id, Side side, long trigger, long trail, int flags) {
    OrderTerms terms = order(id, side, OrderType.TRAILING_STOP, trigger);
    terms.trail = trail;
    terms.flags = flags;
    return terms;
  }

  private void range(long low, long high, long last) {
    waiting.fire(0, false, low, high, last, 100, handler);
  }

  @Test
  void aStopWaitsForTheMarketToTurnAgainstItAndATouchForItsFavour() {
    waiting.add(order(1, Side.SELL, OrderType.STOP, 95), true);
    waiting.add(order(2, Side.BUY, OrderType.STOP_LIMIT, 105), true);
    waiting.add(order(3, Side.SELL, OrderType.LIMIT_IF_TOUCHED, 104), true);
    waiting.add(order(4, Side.BUY, OrderType.MARKET_IF_TOUCHED, 96), true);
    range(97, 103, 100);
    assertThat(heard).isEmpty();
    range(95, 105, 100);
    assertThat(heard)
        .containsExactly("fired 4 at 96", "fired 1 at 95", "fired 3 at 104", "fired 2 at 105");
    assertThat(waiting.size()).isZero();
  }

  @Test
  void whatIsNotArmedOrWaitsForMarksHearsNoTrade() {
    int child = waiting.add(order(1, Side.SELL, OrderType.STOP, 95), false);
    OrderTerms byMark = order(2, Side.SELL, OrderType.STOP, 95);
    byMark.flags = OrderTerms.BY_MARK;
    waiting.add(byMark, true);
    range(90, 90, 90);
    assertThat(heard).isEmpty();
    waiting.fire(0, true, 90, 90, 90, 100, handler);
    waiting.arm(child, 90);
    range(90, 90, 90);
    assertThat(heard).containsExactly("fired 2 at 95", "fired 1 at 95");
  }

  @Test
  void aTrailingSaleFollowsTheHighAndNeverGoesBack() {
    waiting.add(trailing(1, Side.SELL, 90, 10, 0), true);
    range(95, 100, 95);
    range(101, 110, 110);
    range(101, 109, 101);
    range(100, 100, 100);
    assertThat(heard).containsExactly("moved 1 to 100", "fired 1 at 100");
  }

  @Test
  void aTrailingBuyFollowsTheLowAndNeverGoesBack() {
    waiting.add(trailing(1, Side.BUY, 110, 10, 0), true);
    range(90, 95, 95);
    range(91, 99, 99);
    range(100, 100, 100);
    assertThat(heard).containsExactly("moved 1 to 100", "fired 1 at 100");
  }

  @Test
  void aLowThatMayHaveComeBeforeTheHighFiresNothing() {
    waiting.add(trailing(1, Side.SELL, 90, 10, 0), true);
    range(95, 110, 105);
    assertThat(heard).containsExactly("moved 1 to 100");
  }

  @Test
  void aLastPriceBelowTheMovedTriggerFires() {
    waiting.add(trailing(1, Side.SELL, 90, 10, 0), true);
    range(95, 110, 97);
    assertThat(heard).containsExactly("fired 1 at 100");
  }

  @Test
  void aTrailInMillionthsIsRoundedAwayFromThePrice() {
    waiting.add(trailing(1, Side.SELL, 0, 10_000, OrderTerms.TRAIL_PPM), true);
    waiting.add(trailing(2, Side.BUY, 0, 10_000, OrderTerms.TRAIL_PPM), true);
    range(150, 150, 150);
    assertThat(heard).containsExactly("moved 1 to 148", "moved 2 to 152");
  }

  @Test
  void aTrailingChildBeginsWhereTheMarketIsWhenItIsArmed() {
    int child = waiting.add(trailing(1, Side.SELL, 0, 10, 0), false);
    range(200, 300, 250);
    waiting.arm(child, 250);
    range(241, 250, 241);
    range(240, 241, 240);
    assertThat(heard).containsExactly("fired 1 at 240");
  }

  @Test
  void aHandlerMayRemoveTheOtherOfTwoAndNothingElse() {
    waiting.add(trailing(1, Side.SELL, 90, 10, 0), true);
    waiting.add(trailing(2, Side.SELL, 91, 9, 0), true);
    FiredHandler canceling =
        new FiredHandler() {
          @Override
          public void onFired(OrderTerms terms) {
            heard.add("fired " + terms.id);
            waiting.remove(waiting.find(terms.id == 1 ? 2 : 1));
            assertThatThrownBy(() -> waiting.add(order(9, Side.BUY, OrderType.STOP, 1), true))
                .isInstanceOf(IllegalStateException.class);
          }

          @Override
          public void onTrigger(long id, long trigger) {}
        };
    assertThat(waiting.fire(0, false, 95, 200, 95, 5, canceling)).isEqualTo(1);
    assertThat(heard).containsExactly("fired 2");
    assertThat(waiting.size()).isZero();
  }

  @Test
  void aReplacedTriggerCounts() {
    int slot = waiting.add(order(1, Side.SELL, OrderType.STOP_LIMIT, 95), true);
    waiting.replace(slot, 90, 89, 0);
    range(91, 95, 91);
    assertThat(heard).isEmpty();
    OrderTerms terms = new OrderTerms();
    waiting.terms(slot, terms);
    assertThat(List.of(terms.trigger, terms.price, terms.quantity)).containsExactly(90L, 89L, 1L);
    range(90, 90, 90);
    assertThat(heard).containsExactly("fired 1 at 90");
  }
}
