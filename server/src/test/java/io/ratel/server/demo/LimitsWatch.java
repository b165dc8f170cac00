package io.ratel.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.Command.PlaceOrder;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.event.Event.Traded;
import io.ratel.model.order.Side;
import io.ratel.server.demo.DemoVenue.Sent;
import io.ratel.server.demo.bot.BotLimits;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks from outside whether bots kept to their limits: by what they sent, and what traded. */
final class LimitsWatch {
  private final DemoVenue venue;
  private final List<DemoMarket> markets;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, BotLimits> limits;

  LimitsWatch(DemoVenue venue) {
    this.venue = venue;
    this.markets = DemoMarkets.first(venue.views.instruments().size());
    this.limits = venue.demo().limits();
    for (Event event : venue.events) {
      if (event instanceof Event.AccountOpened opened) {
        names.put(opened.accountId(), opened.key().replaceFirst("^demo-", ""));
      }
    }
    names.put(venue.user.accounts.getLast().id(), "portfolio");
  }

  void check() {
    sizesAndRates();
    inventories();
  }

  private void sizesAndRates() {
    Map<Long, Map<Integer, Integer>> placed = new HashMap<>();
    for (Sent sent : venue.sent) {
      if (sent.command() instanceof PlaceOrder order) {
        BotLimits of = of(order.accountId());
        assertThat(order.quantity())
            .as(names.get(order.accountId()) + " " + order)
            .isLessThanOrEqualTo(markets.get(order.instrumentId()).usual(of.order()));
        placed
            .computeIfAbsent(order.accountId(), id -> new HashMap<>())
            .merge(sent.step(), 1, Integer::sum);
      }
    }
    placed.forEach(
        (account, steps) ->
            steps.forEach(
                (step, count) -> {
                  int second = 0;
                  for (int i = 0; i < 4; i++) {
                    second += steps.getOrDefault(step - i, 0);
                  }
                  assertThat((double) second)
                      .as("orders of " + names.get(account) + " up to step " + step)
                      .isLessThanOrEqualTo(Math.max(1, of(account).ordersPerSecond()));
                }));
  }

  private void inventories() {
    Map<List<Long>, Long> held = new HashMap<>();
    for (Event event : venue.events) {
      if (event instanceof Traded t) {
        int sign = t.takerSide() == Side.BUY ? 1 : -1;
        hold(held, t.takerAccountId(), t.instrumentId(), sign * t.quantity());
        hold(held, t.makerAccountId(), t.instrumentId(), -sign * t.quantity());
      }
    }
  }

  private void hold(Map<List<Long>, Long> held, long account, int instrument, long lots) {
    long now = held.merge(List.of(account, (long) instrument), lots, Long::sum);
    assertThat(Math.abs(now))
        .as(names.get(account) + " in " + markets.get(instrument).symbol())
        .isLessThanOrEqualTo(markets.get(instrument).usual(of(account).inventory()));
  }

  private BotLimits of(long account) {
    assertThat(account).isGreaterThan(Command.FEES);
    BotLimits found = limits.get(names.getOrDefault(account, "nobody"));
    assertThat(found).as("limits of account " + account + ", " + names.get(account)).isNotNull();
    return found;
  }
}
