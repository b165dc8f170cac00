package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MoveReason;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer of 100 lots at 100 with 1,000: called below 1,000, liquidated below 5 % of the mark. */
class LiquidationTest {
  private MarginVenue venue = MarginVenue.plain();
  private long buyer;
  private long seller;

  @BeforeEach
  void theyTrade() {
    venue = MarginVenue.plain();
    buyer = venue.account("buyer", 1_000);
    seller = venue.account("seller", 1_000_000);
    venue.trade(buyer, seller, 100, 100);
    venue.mark(100);
  }

  @Test
  void callsOnceAndAgainOnlyAfterItWasMet() {
    venue.mark(99);
    venue.mark(98);
    assertThat(venue.events(Event.MarginCalled.class))
        .containsExactly(new Event.MarginCalled(buyer, 0, -1, 900, 1_000, 495));
    venue.deposit(buyer, 500);
    venue.mark(99);
    venue.mark(94);
    assertThat(venue.events(Event.MarginCalled.class)).hasSize(2);
    assertThat(venue.events(Event.Liquidated.class)).isEmpty();
  }

  @Test
  void cancelsOrdersFirstAndThenSellsInPartsUntilItMayStop() {
    long resting = venue.limit(buyer, Side.SELL, 150, 10).id();
    long bidder = venue.account("bidder", 1_000_000);
    venue.limit(bidder, Side.BUY, 94, 1_000);
    venue.mark(94);
    assertThat(venue.events(Event.Liquidated.class))
        .extracting(Event.Liquidated::step)
        .startsWith(LiquidationStep.CANCEL_ORDERS, LiquidationStep.REDUCE)
        .doesNotContain(LiquidationStep.TAKE_OVER, LiquidationStep.DELEVERAGE);
    assertThat(venue.events(Event.OrderCanceled.class))
        .extracting(Event.OrderCanceled::orderId)
        .contains(resting);
    // Equity 400: 85 lots need 399.5, so 15 of 100 must go; parts are quarters.
    assertThat(venue.lots(buyer)).isEqualTo(75);
    assertThat(venue.total(buyer)).isEqualTo(1_000 - 25 * 6);
  }

  @Test
  void neverSellsBelowTheBankruptcyPrice() {
    long bidder = venue.account("bidder", 1_000_000);
    venue.limit(bidder, Side.BUY, 89, 1_000);
    fund(100_000);
    venue.mark(94);
    assertThat(venue.lots(bidder)).isZero();
    assertThat(venue.events(Event.Liquidated.class).get(0).price()).isEqualTo(90);
  }

  @Test
  void givesWhatTheBookDoesNotTakeToTheFundAtTheBankruptcyPrice() {
    fund(100_000);
    venue.mark(94);
    assertThat(venue.lots(buyer)).isZero();
    assertThat(venue.total(buyer)).isZero();
    assertThat(venue.lots(Command.INSURANCE)).isEqualTo(100);
    assertThat(venue.events(Event.Liquidated.class))
        .extracting(Event.Liquidated::step)
        .contains(LiquidationStep.TAKE_OVER);
    assertThat(venue.total(seller)).isEqualTo(1_000_000);
  }

  @Test
  void deleveragesThoseWhoGainMostWhenTheFundIsEmpty() {
    long small = venue.account("small", 400);
    long patron = venue.account("patron", 1_000_000);
    venue.trade(patron, small, 100, 40);
    venue.mark(94);
    // Both gain 6 %, the small one with more leverage: it comes first, and is closed whole.
    assertThat(venue.lots(buyer)).isZero();
    assertThat(venue.lots(small)).isZero();
    assertThat(venue.lots(seller)).isEqualTo(-40);
    assertThat(venue.total(buyer)).isZero();
    assertThat(venue.total(small)).isEqualTo(400 + 40 * 10);
    assertThat(venue.total(seller)).isEqualTo(1_000_000 + 60 * 10);
    assertThat(venue.events(Event.Liquidated.class))
        .extracting(Event.Liquidated::step)
        .contains(LiquidationStep.DELEVERAGE);
    long sum = 0;
    for (long account :
        new long[] {
          1, Command.FEES, Command.CLEARING, Command.INSURANCE, buyer, small, seller, patron
        }) {
      sum += venue.total(account);
    }
    assertThat(sum).isZero();
  }

  @Test
  void losesNoMoreThanThePositionsMarginWhenIsolated() {
    MarginVenue own = MarginVenue.plain();
    long isolated = own.account("isolated", 10_000, MarginMode.ISOLATED);
    long other = own.account("other", 1_000_000);
    own.submit(
        new Command.Transfer(
            TransferKind.DEPOSIT, Command.WORLD, Command.INSURANCE, 0, 100_000, ""));
    own.trade(isolated, other, 100, 100);
    own.mark(96);
    assertThat(own.lots(isolated)).isEqualTo(100);
    own.mark(70);
    assertThat(own.lots(isolated)).isZero();
    assertThat(own.total(isolated)).isEqualTo(9_000);
  }

  @Test
  void liquidatesNothingAtAMarkThatIsFarOffUntilTheNextConfirmsIt() {
    venue =
        MarginVenue.with(
            MarketTerms.of(0, 0)
                .withMargins(MarginSchedule.flat(100_000, 50_000))
                .withBand(50_000));
    buyer = venue.account("buyer", 1_000);
    seller = venue.account("seller", 1_000_000);
    venue.trade(buyer, seller, 100, 100);
    venue.mark(100);
    venue.mark(60);
    assertThat(venue.events(Event.Liquidated.class)).isEmpty();
    assertThat(venue.events(Event.Marked.class).getLast().trusted()).isFalse();
    venue.mark(61);
    assertThat(venue.events(Event.Liquidated.class)).isNotEmpty();
  }

  @Test
  void liquidatesNothingAtAnOldMark() {
    venue =
        MarginVenue.with(
            MarketTerms.of(0, 0)
                .withMargins(MarginSchedule.flat(100_000, 50_000))
                .dealt(MarketTerms.BOOK, 1_000_000_000));
    buyer = venue.account("buyer", 1_000);
    seller = venue.account("seller", 1_000_000);
    venue.trade(buyer, seller, 100, 100);
    venue.mark(96);
    venue.pass(2_000_000_000);
    venue.withdraw(buyer, 1);
    venue.submit(new Command.Fund(0, 90_000));
    venue.pass(2_000_000_000);
    assertThat(venue.events(Event.Liquidated.class)).isEmpty();
  }

  @Test
  void coversWhatIsOwedWhenNothingIsLeft() {
    fund(100_000);
    venue.submit(new Command.Settle(0, 80));
    venue.pass(1);
    assertThat(venue.total(buyer)).isZero();
    assertThat(venue.events(Event.Moved.class))
        .filteredOn(moved -> moved.reason() == MoveReason.INSURANCE)
        .extracting(Event.Moved::amount)
        .containsExactly(1_000L);
  }

  private void fund(long money) {
    venue.submit(
        new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, Command.INSURANCE, 0, money, ""));
  }
}
