package io.ratel.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house deals 100 basis points around the mark, and at no mark older than a minute. */
class DealingTest {
  private static final MarketTerms TERMS =
      MarketTerms.of(0, 0)
          .withMargins(MarginSchedule.flat(100_000, 50_000))
          .dealt(10_000, 60_000_000_000L);

  private MarginVenue venue = MarginVenue.with(TERMS);
  private long client;

  @BeforeEach
  void theMarkIsAThousand() {
    venue = MarginVenue.with(TERMS);
    client = venue.account("client", 10_000);
    venue.mark(1_000);
  }

  @Test
  void dealsAtTheMarkAndHalfTheSpread() {
    Reply bought = market(Side.BUY, 10, OrderConditions.NONE);
    assertThat(bought.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bought.turnover()).isEqualTo(10_100);
    venue.mark(1_200);
    assertThat(market(Side.SELL, 10, OrderConditions.NONE).turnover()).isEqualTo(11_880);
    assertThat(venue.total(client)).isEqualTo(10_000 + 1_780);
    assertThat(venue.lots(Command.DEALER)).isZero();
    assertThat(venue.total(Command.DEALER)).isEqualTo(-1_780);
    assertThat(venue.events(Event.OrderConditioned.class))
        .extracting(Event.OrderConditioned::origin)
        .containsOnly(OrderOrigin.DEALER);
  }

  @Test
  void fillsALimitWhenTheMarkReachesIt() {
    Reply waiting = limit(Side.BUY, 950, 10);
    assertThat(waiting.status()).isEqualTo(OrderStatus.PENDING);
    venue.mark(0, 980, 949, 1_000);
    assertThat(venue.events(Event.Traded.class))
        .extracting(Event.Traded::takerOrderId, Event.Traded::price)
        .containsExactly(tuple(waiting.id(), 950L));
    assertThat(venue.lots(client)).isEqualTo(10);
  }

  @Test
  void missesNoStopBetweenTwoMarks() {
    Reply bought =
        market(Side.BUY, 10, new OrderConditions.Builder().stopLoss(900).takeProfit(1_300).build());
    assertThat(bought.reason()).isEqualTo(RejectReason.NONE);
    assertThat(venue.events(Event.OrderArmed.class)).hasSize(2);
    assertThat(venue.mark(0, 1_000, 899, 1_005).reason()).isEqualTo(RejectReason.NONE);
    assertThat(venue.lots(client)).isZero();
    assertThat(venue.events(Event.OrderTriggered.class)).hasSize(1);
    // The house deals at its mark, not at the low that the stop was set off by.
    assertThat(venue.total(client)).isEqualTo(10_000 - 10 * (1_010 - 990));
    venue.mark(0, 1_400, 1_000, 1_400);
    assertThat(venue.lots(client)).isZero();
  }

  @Test
  void dealsWithNobodyAtAnOldMark() {
    venue.pass(61_000_000_000L);
    assertThat(market(Side.BUY, 1, OrderConditions.NONE).reason()).isEqualTo(RejectReason.NO_MARK);
  }

  @Test
  void hasNoBookToHideIn() {
    Reply refused =
        venue.order(
            client,
            Side.BUY,
            OrderType.MARKET,
            TimeInForce.IOC,
            0,
            5,
            new OrderConditions.Builder().flag(OrderTerms.REDUCE_ONLY).build());
    assertThat(refused.reason()).isEqualTo(RejectReason.NOTHING_TO_REDUCE);
    assertThat(venue.limit(client, Side.SELL, 2_000, 5).status()).isEqualTo(OrderStatus.PENDING);
    assertThat(venue.exchange.exchange().restingOrders()).isZero();
  }

  private Reply market(Side side, long lots, OrderConditions with) {
    return venue.order(client, side, OrderType.MARKET, TimeInForce.IOC, 0, lots, with);
  }

  private Reply limit(Side side, long price, long lots) {
    return venue.order(
        client, side, OrderType.LIMIT, TimeInForce.GTC, price, lots, OrderConditions.NONE);
  }
}
