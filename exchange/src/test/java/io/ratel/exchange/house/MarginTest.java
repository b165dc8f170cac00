package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionMode;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginTest {
  private static final AccountConfig CROSS =
      AccountConfig.CASH.with(MarginMode.CROSS, MarginModel.STANDARD, 1);

  /**
   * exchange-core, {@code features/risk.feature}, margin trade: ask 40 at 10,770 meets a bid of 30.
   * Its fees are 2 and 3 a lot, which at this value are 186 and 279 millionths.
   */
  @Test
  void settlesTheDollarAgainstTheYen() {
    MarginVenue venue =
        MarginVenue.with(
            MarketTerms.of(0, 0)
                .withFees(List.of(new FeeTier(186, 279)))
                .withMargins(MarginSchedule.flat(100_000, 50_000)));
    long seller = venue.account("seller", 240_000);
    long buyer = venue.account("buyer", 150_000);
    venue.limit(seller, Side.SELL, 10_770, 40);
    venue.submit(
        new Command.PlaceOrder(
            buyer, 0, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 10_770, 30, ""));

    assertThat(venue.total(seller)).isEqualTo(239_940);
    assertThat(venue.total(buyer)).isEqualTo(149_910);
    assertThat(venue.total(Command.FEES)).isEqualTo(150);
    assertThat(venue.lots(seller)).isEqualTo(-30);
    assertThat(venue.lots(buyer)).isEqualTo(30);
    assertThat(venue.exchange.exchange().book(0).quantityAt(Side.SELL, 10_770)).isEqualTo(10);
  }

  /** NautilusTrader, docs on netting: +100@50, −100@55 earns 500; −50@54, +50@52 another 100. */
  @Test
  void realisesWhatANettedPositionEarns() {
    MarginVenue venue = MarginVenue.plain();
    long trader = venue.account("trader", 100_000);
    long other = venue.account("other", 100_000);
    venue.trade(trader, other, 50, 100);
    venue.trade(other, trader, 55, 100);
    assertThat(venue.realized(trader)).isEqualTo(500);
    assertThat(venue.total(trader)).isEqualTo(100_500);
    venue.trade(other, trader, 54, 50);
    venue.trade(trader, other, 52, 50);
    assertThat(venue.realized(trader)).isEqualTo(600);
    assertThat(venue.total(trader)).isEqualTo(100_600);
    assertThat(venue.total(other)).isEqualTo(99_400);
    assertThat(venue.held(trader)).isZero();
  }

  /** NautilusTrader, {@code test_margin_models.py}: 100,000 at 0.80 at 3 % and 50 times. */
  @Test
  void holdsMarginByTheAccountsModel() {
    MarginVenue venue =
        MarginVenue.with(MarketTerms.of(0, 0).withMargins(MarginSchedule.flat(30_000, 30_000)));
    long standard = venue.account("standard", 10_000_000);
    long leveraged = venue.account("leveraged", 10_000_000);
    venue.configure(leveraged, CROSS.with(MarginMode.CROSS, MarginModel.LEVERAGED, 50));
    venue.trade(standard, leveraged, 80, 100_000);
    assertThat(venue.held(standard)).isEqualTo(240_000);
    assertThat(venue.held(leveraged)).isEqualTo(4_800);
  }

  @Test
  void refusesWhatTheMarginDoesNotReachForAndSaysWhatIsMissing() {
    MarginVenue venue = MarginVenue.plain();
    long trader = venue.account("trader", 1_000);
    Reply refused = venue.limit(trader, Side.BUY, 100, 101);
    assertThat(refused.reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
    assertThat(refused.available()).isEqualTo(1_000);
    assertThat(refused.needed()).isEqualTo(1_010);
    assertThat(venue.limit(trader, Side.BUY, 100, 100).refused()).isFalse();
    assertThat(venue.held(trader)).isEqualTo(1_000);
  }

  @Test
  void needsNoMarginForAnOrderThatOnlyCloses() {
    MarginVenue venue = MarginVenue.plain();
    long trader = venue.account("trader", 1_000);
    long other = venue.account("other", 100_000);
    venue.trade(trader, other, 100, 100);
    assertThat(venue.held(trader)).isEqualTo(1_000);
    assertThat(venue.limit(trader, Side.SELL, 110, 100).refused()).isFalse();
    assertThat(venue.held(trader)).isEqualTo(1_000);
    assertThat(venue.limit(trader, Side.SELL, 110, 1).refused()).isFalse();
    assertThat(venue.limit(trader, Side.SELL, 110, 200).reason())
        .isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
  }

  @Test
  void countsProfitsThatAreNotRealisedForNewPositionsButNotForWithdrawals() {
    MarginVenue venue = MarginVenue.plain();
    long trader = venue.account("trader", 1_000);
    long other = venue.account("other", 100_000);
    venue.trade(trader, other, 100, 50);
    venue.mark(110);
    assertThat(venue.withdraw(trader, 501).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    assertThat(venue.limit(trader, Side.BUY, 100, 100).refused()).isFalse();
    assertThat(venue.held(trader)).isEqualTo(1_500);
  }

  @Test
  void turnsCashAccountsAway() {
    MarginVenue venue = MarginVenue.plain();
    long cash = venue.account("cash", 1_000, MarginMode.CASH);
    assertThat(venue.limit(cash, Side.BUY, 100, 1).reason())
        .isEqualTo(RejectReason.NOT_A_MARGIN_ACCOUNT);
  }

  @Test
  void keepsALongAndAShortSideBySideWhenHedging() {
    MarginVenue venue = MarginVenue.plain();
    long hedger = venue.account("hedger", 100_000);
    long other = venue.account("other", 100_000);
    venue.configure(hedger, CROSS.with(PositionMode.HEDGING, CostMethod.AVERAGE));
    venue.trade(hedger, other, 100, 10);
    venue.trade(other, hedger, 110, 4);
    assertThat(venue.lots(hedger, PositionSide.LONG)).isEqualTo(10);
    assertThat(venue.lots(hedger, PositionSide.SHORT)).isEqualTo(-4);

    venue.limit(other, Side.BUY, 105, 20);
    Reply closed =
        venue.order(
            hedger,
            Side.SELL,
            OrderType.LIMIT,
            TimeInForce.GTC,
            105,
            15,
            new OrderConditions.Builder().effect(PositionEffect.CLOSE).build());
    assertThat(closed.filled()).isEqualTo(10);
    assertThat(venue.lots(hedger, PositionSide.LONG)).isZero();
    assertThat(venue.lots(hedger, PositionSide.SHORT)).isEqualTo(-4);
    assertThat(venue.total(hedger)).isEqualTo(100_050);
  }

  @Test
  void takesTheOldestLotsFirstWhereAnAccountAsksForIt() {
    MarginVenue venue = MarginVenue.plain();
    long fifo = venue.account("fifo", 100_000);
    long average = venue.account("average", 100_000);
    long other = venue.account("other", 1_000_000);
    venue.configure(fifo, CROSS.with(PositionMode.NETTING, CostMethod.FIFO));
    for (long trader : new long[] {fifo, average}) {
      venue.trade(trader, other, 100, 10);
      venue.trade(trader, other, 120, 10);
      venue.trade(other, trader, 130, 10);
    }
    assertThat(venue.realized(fifo)).isEqualTo(300);
    assertThat(venue.realized(average)).isEqualTo(200);
  }

  @Test
  void fundsShortsFromLongsAndTheFundKeepsTheFractions() {
    MarginVenue venue = MarginVenue.plain();
    long buyer = venue.account("long", 100_000);
    long seller = venue.account("short", 100_000);
    venue.trade(buyer, seller, 101, 33);
    venue.mark(101);
    assertThat(venue.submit(new Command.Fund(0, 100)).refused()).isFalse();
    // 3,333 × 100 millionths is a third of a unit: one is paid, none received.
    assertThat(venue.total(buyer)).isEqualTo(99_999);
    assertThat(venue.total(seller)).isEqualTo(100_000);
    assertThat(venue.total(Command.INSURANCE)).isEqualTo(1);
    venue.submit(new Command.Fund(0, -10_000));
    assertThat(venue.total(buyer)).isEqualTo(99_999 + 33);
    assertThat(venue.total(seller)).isEqualTo(100_000 - 34);
    assertThat(venue.events(Event.Moved.class))
        .extracting(Event.Moved::reason)
        .containsOnly(MoveReason.FUNDING);
  }

  @Test
  void chargesForANightAtMidnight() {
    MarginVenue venue =
        MarginVenue.with(
            MarketTerms.of(0, 0)
                .withMargins(MarginSchedule.flat(100_000, 50_000))
                .withFinancing(73_000, -36_500));
    long buyer = venue.account("long", 1_000_000);
    long seller = venue.account("short", 1_000_000);
    venue.trade(buyer, seller, 1_000, 1_000);
    venue.mark(1_000);
    venue.pass(86_400_000_000_000L);
    assertThat(venue.total(buyer)).isEqualTo(1_000_000 - 200);
    assertThat(venue.total(seller)).isEqualTo(1_000_000 + 100);
    assertThat(venue.total(Command.DEALER)).isEqualTo(100);
  }

  @Test
  void settlesEveryPositionAtItsEnd() {
    MarginVenue venue = MarginVenue.plain();
    long buyer = venue.account("long", 100_000);
    long seller = venue.account("short", 100_000);
    venue.trade(buyer, seller, 100, 50);
    long resting = venue.limit(buyer, Side.BUY, 90, 5).id();
    assertThat(venue.submit(new Command.Settle(0, 112)).refused()).isFalse();
    assertThat(venue.total(buyer)).isEqualTo(100_600);
    assertThat(venue.total(seller)).isEqualTo(99_400);
    assertThat(venue.total(Command.CLEARING)).isZero();
    assertThat(venue.held(buyer)).isZero();
    assertThat(venue.lots(buyer)).isZero();
    assertThat(venue.events(Event.OrderCanceled.class))
        .extracting(Event.OrderCanceled::orderId)
        .containsExactly(resting);
    assertThat(venue.limit(buyer, Side.BUY, 90, 5).reason())
        .isEqualTo(RejectReason.NOT_IN_THIS_STATE);
  }

  @Test
  void settlesAtItsMarkWhenItsTimeIsOver() {
    MarginVenue venue = MarginVenue.plain();
    long buyer = venue.account("long", 100_000);
    long seller = venue.account("short", 100_000);
    venue.trade(buyer, seller, 100, 50);
    venue.mark(104);
    venue.terms(
        0,
        MarketTerms.of(0, 0)
            .withMargins(MarginSchedule.flat(100_000, 50_000))
            .withExpiry(venue.now + 1_000_000_000));
    venue.pass(2_000_000_000);
    assertThat(venue.events(Event.Settled.class)).containsExactly(new Event.Settled(0, 104));
    assertThat(venue.total(buyer)).isEqualTo(100_200);
  }
}
