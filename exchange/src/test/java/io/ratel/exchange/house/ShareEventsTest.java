package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Limits;
import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What companies do, as holders and those with open orders see it. Prices and money in cents. */
class ShareEventsTest {
  private Venue venue = Venue.withFees(0, 0);
  private static final long SECOND = 1_000_000_000L;

  private long holder;
  private long buyer;

  @BeforeEach
  void aHolderOf100BoughtAt500() {
    venue = Venue.withFees(0, 0);
    holder = venue.account("holder", 100_000, 1);
    buyer = venue.account("buyer", 1_000_000, 1_000);
    venue.limit(buyer, Side.SELL, TimeInForce.GTC, 500, 100);
    venue.limit(holder, Side.BUY, TimeInForce.GTC, 500, 100);
    venue.events.clear();
  }

  private Reply apply(CorporateAction action) {
    return venue.submit(new Command.ApplyCorporateAction(0, action));
  }

  @Test
  void splitsBalancesPositionsCostAndOrders() {
    long bid = venue.limit(buyer, Side.BUY, TimeInForce.GTC, 433, 10).id();
    long ask = venue.limit(holder, Side.SELL, TimeInForce.GTC, 600, 51).id();
    long heldBefore = venue.total(buyer, 0) - venue.available(buyer, 0);
    assertThat(apply(CorporateAction.split(7, 1, 0)).refused()).isFalse();

    assertThat(venue.total(holder, Venue.BASE)).isEqualTo(707);
    assertThat(venue.levels(Side.BUY)).containsExactly("61x70/1");
    assertThat(venue.levels(Side.SELL)).containsExactly("86x357/1");
    assertThat(venue.total(holder, 1) - venue.available(holder, 1)).isEqualTo(357);
    assertThat(heldBefore).isEqualTo(4_330);
    assertThat(venue.total(buyer, 0) - venue.available(buyer, 0)).isEqualTo(61 * 70);
    assertThat(position(holder, 0)).containsExactly(700L, 50_000L, 0L);
    assertThat(venue.events.stream().filter(Event.OrderReplaced.class::isInstance))
        .extracting("orderId")
        .containsExactlyInAnyOrder(bid, ask);
    // A sale at the new price finds the bid under its old id.
    Reply sold = venue.limit(holder, Side.SELL, TimeInForce.IOC, 61, 5);
    assertThat(sold.filled()).isEqualTo(5);
  }

  @Test
  void paysForWhatAReverseSplitLeavesOfALot() {
    apply(CorporateAction.split(1, 10, 5_100));
    // 101 shares are 10 and a tenth, which is paid with a tenth of 5,100.
    assertThat(venue.total(holder, Venue.BASE)).isEqualTo(10);
    assertThat(venue.total(holder, Venue.QUOTE)).isEqualTo(50_000 + 510);
    assertThat(position(holder, 0)).containsExactly(10L, 50_000L, 0L);
  }

  @Test
  void cancelsAnOrderThatASplitLeavesNothingOf() {
    long small = venue.limit(holder, Side.SELL, TimeInForce.GTC, 700, 3).id();
    apply(CorporateAction.split(1, 4, 0));
    assertThat(venue.events)
        .contains(new Event.OrderCanceled(small, holder, 0, 3, CancelReason.CORPORATE_ACTION));
    assertThat(venue.available(holder, 1)).isEqualTo(venue.total(holder, 1));
  }

  @Test
  void splitsWaitingOrdersToo() {
    long stop =
        venue
            .submit(
                new Command.PlaceOrder(
                    holder,
                    0,
                    Side.SELL,
                    OrderType.STOP,
                    TimeInForce.GTC,
                    0,
                    50,
                    new OrderConditions.Builder().trigger(400).build(),
                    ""))
            .id();
    apply(CorporateAction.split(4, 1, 0));
    assertThat(venue.events).contains(new Event.TriggerMoved(stop, holder, 100));
    assertThat(venue.events).contains(new Event.OrderReplaced(stop, holder, 0, 0, 200));
    venue.limit(buyer, Side.BUY, TimeInForce.GTC, 99, 500);
    venue.limit(buyer, Side.SELL, TimeInForce.GTC, 99, 1);
    assertThat(venue.total(holder, Venue.BASE)).isEqualTo(404 - 200);
  }

  @Test
  void paysDividendsAndLowersWhatWaitsBelow() {
    long bid = venue.limit(buyer, Side.BUY, TimeInForce.GTC, 480, 10).id();
    venue.limit(holder, Side.SELL, TimeInForce.GTC, 600, 10);
    apply(CorporateAction.dividend(15, 1));
    assertThat(venue.total(holder, Venue.QUOTE)).isEqualTo(50_000 + 101 * 15);
    assertThat(venue.levels(Side.BUY)).containsExactly("465x10/1");
    assertThat(venue.levels(Side.SELL)).containsExactly("600x10/1");
    assertThat(venue.events).contains(new Event.OrderReplaced(bid, buyer, 0, 465, 10));
    assertThat(venue.total(buyer, 0) - venue.available(buyer, 0)).isEqualTo(4_650);
  }

  @Test
  void tellsNobodyWhereAHiddenOrderIs() {
    venue.submit(
        new Command.PlaceOrder(
            buyer,
            0,
            Side.BUY,
            OrderType.LIMIT,
            TimeInForce.GTC,
            480,
            10,
            new OrderConditions.Builder().flag(OrderTerms.HIDDEN).build(),
            ""));
    apply(CorporateAction.dividend(15, 1));
    apply(CorporateAction.split(2, 1, 0));
    assertThat(venue.total(buyer, 0) - venue.available(buyer, 0)).isEqualTo(232 * 20);
    assertThat(venue.events).noneMatch(Event.LevelChanged.class::isInstance);
  }

  @Test
  void spinsOffSharesThatTakeAPartOfTheCost() {
    int child = list("SPIN", "SPIN-XBT");
    apply(CorporateAction.spinOff(child, 1, 2, 200_000, 0));
    assertThat(venue.total(holder, 2)).isEqualTo(50);
    assertThat(position(holder, 0)).containsExactly(100L, 40_000L, 0L);
    assertThat(position(holder, child)).containsExactly(50L, 10_000L, 0L);
  }

  @Test
  void grantsRightsThatTradeOnTheirOwn() {
    int rights = list("RIGHT", "RIGHT-XBT");
    apply(CorporateAction.rights(rights, 1, 5, 0));
    assertThat(venue.total(holder, 2)).isEqualTo(20);
    Reply sold =
        venue.submit(
            new Command.PlaceOrder(
                holder, rights, Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 3, 20, ""));
    assertThat(sold.refused()).isFalse();
  }

  @Test
  void paysForWhatASpinOffLeavesOfALot() {
    int child = list("SPIN", "SPIN-XBT");
    apply(CorporateAction.spinOff(child, 1, 3, 200_000, 60));
    // A third of 101 shares, and of the 100 that were bought here for 50,000.
    assertThat(venue.total(holder, 2)).isEqualTo(33);
    assertThat(venue.total(holder, Venue.QUOTE)).isEqualTo(50_000 + 40);
    assertThat(position(holder, 0)).containsExactly(100L, 40_000L, 0L);
    assertThat(position(holder, child)).containsExactly(33L, 9_900L, 20L - 100L);
  }

  @Test
  void rightsWithAPriceTakeTheirPartOfTheCostAndOfTheOrders() {
    int rights = list("RIGHT", "RIGHT-XBT");
    long bid = venue.limit(buyer, Side.BUY, TimeInForce.GTC, 480, 10).id();
    apply(CorporateAction.rights(rights, 1, 4, 400));
    // Four at 500 and one at 400 are five at 480: a right is 20 of the 500.
    assertThat(venue.total(holder, 2)).isEqualTo(25);
    assertThat(position(holder, 0)).containsExactly(100L, 48_000L, 0L);
    assertThat(position(holder, rights)).containsExactly(25L, 2_000L, 0L);
    assertThat(venue.events).contains(new Event.OrderReplaced(bid, buyer, 0, 460, 10));
  }

  @Test
  void paysADividendOfLessThanACentAShare() {
    apply(CorporateAction.dividend(7, 10));
    assertThat(venue.total(holder, Venue.QUOTE)).as("70.7").isEqualTo(50_000 + 71);
  }

  @Test
  void aTrailingStopFollowsASplitNoNearerThanBefore() {
    long stop =
        venue
            .submit(
                new Command.PlaceOrder(
                    holder,
                    0,
                    Side.SELL,
                    OrderType.TRAILING_STOP,
                    TimeInForce.GTC,
                    0,
                    50,
                    new OrderConditions.Builder().trail(31).build(),
                    ""))
            .id();
    apply(CorporateAction.split(2, 1, 0));
    // The best price was 500, now 250; 31 are 16; 469 were the trigger, 234 are.
    assertThat(venue.events).contains(new Event.TriggerMoved(stop, holder, 234));
    assertThat(venue.events).contains(new Event.OrderReplaced(stop, holder, 0, 0, 100));
    venue.limit(buyer, Side.SELL, TimeInForce.GTC, 260, 1);
    venue.limit(buyer, Side.BUY, TimeInForce.GTC, 260, 1);
    assertThat(venue.events).contains(new Event.TriggerMoved(stop, holder, 244));
  }

  @Test
  void aParentGoesOnAfterASplitWhereItWas() {
    OrderConditions.Split twap =
        new OrderConditions.Split(Algo.TWAP, 0, 40 * SECOND, 10 * SECOND, 0, List.of());
    long parent =
        venue
            .submit(
                new Command.PlaceOrder(
                    buyer,
                    0,
                    Side.BUY,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    501,
                    40,
                    new OrderConditions.Builder().split(twap).build(),
                    ""))
            .id();
    venue.limit(holder, Side.SELL, TimeInForce.GTC, 501, 6);
    assertThat(venue.levels(Side.BUY)).containsExactly("501x4/1");
    apply(CorporateAction.split(2, 1, 0));
    // Six were bought as they were; the 34 that are left are 68 now.
    assertThat(venue.events).contains(new Event.OrderReplaced(parent, buyer, 0, 250, 74));
    assertThat(venue.levels(Side.BUY)).isEmpty();
    assertThat(venue.available(buyer, Venue.QUOTE)).isEqualTo(venue.total(buyer, Venue.QUOTE));
    venue.passes(10 * SECOND);
    // Half of 80 are due, of which 12 are done.
    assertThat(venue.levels(Side.BUY)).containsExactly("250x28/1");
    venue.limit(holder, Side.SELL, TimeInForce.GTC, 250, 28);
    venue.passes(10 * SECOND);
    Reply canceled = venue.cancel(buyer, parent);
    assertThat(canceled.filled()).isEqualTo(6 + 28);
    assertThat(venue.events)
        .contains(new Event.OrderCanceled(parent, buyer, 0, 40, CancelReason.REQUESTED));
  }

  @Test
  void aParentOfWhichNothingIsLeftIsCanceled() {
    OrderConditions.Split twap =
        new OrderConditions.Split(Algo.TWAP, 0, 40 * SECOND, 10 * SECOND, 0, List.of());
    long parent =
        venue
            .submit(
                new Command.PlaceOrder(
                    buyer,
                    0,
                    Side.BUY,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    501,
                    4,
                    new OrderConditions.Builder().split(twap).build(),
                    ""))
            .id();
    apply(CorporateAction.split(1, 5, 0));
    assertThat(venue.events)
        .contains(new Event.OrderCanceled(parent, buyer, 0, 4, CancelReason.CORPORATE_ACTION));
    assertThat(venue.levels(Side.BUY)).isEmpty();
  }

  @Test
  void changesASymbolOnlyToOneThatIsFree() {
    int other = list("OTHER", "OTHER-XBT");
    assertThat(apply(CorporateAction.symbolChange("OTHER-XBT")).reason())
        .isEqualTo(RejectReason.ALREADY_LISTED);
    assertThat(apply(CorporateAction.symbolChange("bad symbol")).reason())
        .isEqualTo(RejectReason.INVALID_TERMS);
    assertThat(apply(CorporateAction.symbolChange("NEW-XBT")).refused()).isFalse();
    assertThat(venue.exchange.exchange().machine().listings.get(0).instrument.symbol().text())
        .isEqualTo("NEW-XBT");
    assertThat(other).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(apply(CorporateAction.split(0, 1, 0)).reason())
        .isEqualTo(RejectReason.INVALID_RATIO);
    assertThat(apply(CorporateAction.dividend(0, 1)).reason())
        .isEqualTo(RejectReason.INVALID_AMOUNT);
    assertThat(apply(CorporateAction.spinOff(7, 1, 1, 0, 0)).reason())
        .isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
    assertThat(
            venue
                .submit(new Command.ApplyCorporateAction(9, CorporateAction.dividend(1, 1)))
                .reason())
        .isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesWhatWouldLeaveTheRangeBeforeAnythingChanges() {
    long most = Limits.SUPPLY / 4;
    venue.account("rich", 0, most);
    for (CorporateAction action :
        List.of(
            CorporateAction.split(5, 1, 0),
            CorporateAction.split(1_000_000, 1, 0),
            CorporateAction.dividend(5, 1),
            CorporateAction.dividend(Limits.SUPPLY / 1_000_000, 1))) {
      assertThat(apply(action).reason()).as("%s", action).isEqualTo(RejectReason.VALUE_TOO_LARGE);
    }
    assertThat(apply(CorporateAction.dividend(Limits.SUPPLY / 1_000_000 + 1, 1)).reason())
        .isEqualTo(RejectReason.INVALID_AMOUNT);
    int other = list("SPIN", "SPIN-XBT");
    assertThat(apply(CorporateAction.rights(other, 5, 1, 0)).reason())
        .isEqualTo(RejectReason.VALUE_TOO_LARGE);
    assertThat(apply(CorporateAction.spinOff(other, 5, 1, 0, 0)).reason())
        .isEqualTo(RejectReason.VALUE_TOO_LARGE);
    assertThat(venue.events).noneMatch(Event.CorporateActionApplied.class::isInstance);
  }

  /** What holders lose of shares and money the world gets, and nothing is held by nobody. */
  @Property(tries = 150)
  void conservesEverythingAndHoldsWhatOrdersNeed(@ForAll long seed) {
    aHolderOf100BoughtAt500();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      long who = random.nextBoolean() ? holder : buyer;
      switch (random.nextInt(8)) {
        case 0 ->
            apply(
                CorporateAction.split(
                    1 + random.nextInt(4), 1 + random.nextInt(4), random.nextInt(300)));
        case 1 -> apply(CorporateAction.dividend(1 + random.nextInt(20), 1 + random.nextInt(3)));
        case 2 -> venue.cancel(who, venue.exchange.exchange().lastCommandId() - 64);
        default ->
            venue.limit(
                who,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                TimeInForce.GTC,
                300 + random.nextInt(300),
                1 + random.nextInt(40));
      }
      Machine machine = venue.exchange.exchange().machine();
      for (int asset = 0; asset < 2; asset++) {
        long sum = 0;
        for (int account = 0; account < machine.accounts.size(); account++) {
          sum += machine.ledger.total(account, asset);
        }
        assertThat(sum).isZero();
      }
      long[] held = new long[2];
      for (Side side : Side.values()) {
        machine
            .listings
            .book(0)
            .forEachOrder(
                side,
                slot ->
                    held[side.ordinal()] +=
                        machine.orders.remaining(slot)
                            * (side == Side.BUY ? machine.orders.price(slot) : 1));
      }
      for (int asset = 0; asset < 2; asset++) {
        long told = 0;
        for (long account : new long[] {holder, buyer}) {
          told += venue.exchange.exchange().held(account, asset);
          assertThat(venue.available(account, asset)).isNotNegative();
        }
        assertThat(told).isEqualTo(held[asset]);
      }
    }
  }

  private int list(String asset, String symbol) {
    venue.submit(new Command.ListAsset(asset, 0));
    Step one = new Step(1, 0);
    return (int)
        venue
            .submit(
                new Command.ListInstrument(
                    symbol, InstrumentKind.SHARE, asset, "XBT", one, one, 0, 0, 50_000))
            .id();
  }

  private Long[] position(long account, int instrument) {
    Machine machine = venue.exchange.exchange().machine();
    Positions positions = machine.positions;
    int row = positions.find(machine.accounts.find(account), instrument, PositionSide.NET);
    return new Long[] {positions.quantity(row), positions.cost(row), positions.realizedPnl(row)};
  }
}
