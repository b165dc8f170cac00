package io.ratel.server.demo.bot;

import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.server.demo.market.DemoMarket;
import java.util.List;
import java.util.Optional;

/**
 * What the tables say of a bot's account: how it goes on after a restart, or after answers that
 * stayed away.
 */
public final class Records {
  private static final String QUOTE = "USD";
  private static final int PAGE = 500;
  private static final long AWAIT_MS = 30_000;

  private final TradingViews views;

  public Records(TradingViews views) {
    this.views = views;
  }

  boolean await(long sequence) {
    return views.await(sequence, AWAIT_MS);
  }

  /** Replaces what a desk knows; an account without balances is left as it is. */
  void read(Desk desk) {
    Bot bot = desk.bot();
    List<BalanceView> balances = views.balances(bot.account());
    if (balances.isEmpty()) {
      return;
    }
    desk.clear();
    Board board = desk.board();
    for (BalanceView balance : balances) {
      if (balance.asset().code().equals(QUOTE)) {
        desk.setCash(balance.total() / Math.pow(10, balance.asset().scale()));
      }
    }
    for (int market = 0; market < board.size(); market++) {
      DemoMarket of = board.market(market);
      for (BalanceView balance : balances) {
        if (balance.asset().code().equals(of.terms().base())) {
          long given = bot.endowment() == 0 ? 0 : of.usual(bot.endowment());
          desk.setInventory(market, balance.total() / of.lotUnits() - given);
        }
      }
    }
    Optional<Long> before = Optional.empty();
    do {
      Page<OrderView> page =
          views.orders(
              new OrderQuery(
                  bot.account(),
                  Optional.of(true),
                  Optional.empty(),
                  Optional.empty(),
                  before,
                  PAGE));
      page.items().forEach(order -> adopt(desk, order));
      before = page.next();
    } while (before.isPresent());
  }

  private static void adopt(Desk desk, OrderView order) {
    int market = desk.board().indexOf(order.instrument().id());
    if (market >= 0) {
      desk.adopt(order.id(), market, order.side(), order.price(), order.quantity(), order.filled());
    }
  }
}
