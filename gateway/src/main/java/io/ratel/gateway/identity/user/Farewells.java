package io.ratel.gateway.identity.user;

import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserRegister.Receipt;
import io.ratel.security.identity.Users;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes users whose accounts are empty. Any thread; blocks. */
public final class Farewells {
  /** So many of what is left are named. */
  private static final int MAX_NAMED = 10;

  private final Users users;
  private final UserRegister register;
  private final TradingViews views;
  private final Acknowledged acknowledged;
  private final Barriers barriers;
  private final InstantSource clock;

  public Farewells(
      Users users,
      UserRegister register,
      TradingViews views,
      Acknowledged acknowledged,
      Barriers barriers,
      InstantSource clock) {
    this.users = users;
    this.register = register;
    this.views = views;
    this.acknowledged = acknowledged;
    this.barriers = barriers;
    this.clock = clock;
  }

  /**
   * Deletes a user. The barrier stands before the user goes, so that nothing of it is served while
   * it does.
   *
   * @throws RefusedException 409, naming what its accounts hold
   */
  Receipt delete(long userId) {
    if (users.findById(userId).isEmpty()) {
      throw UsersResource.unknown(userId);
    }
    List<String> left = new ArrayList<>();
    users.accountIds(userId).forEach(account -> left.addAll(heldBy(account)));
    if (!left.isEmpty()) {
      String more = left.size() > MAX_NAMED ? ", and more" : "";
      throw RefusedException.of(
          ErrorCode.ACCOUNTS_NOT_EMPTY,
          "the accounts must be empty first; there is "
              + String.join(", ", left.stream().limit(MAX_NAMED).toList())
              + more);
    }
    barriers.raise(Barrier.Kind.USER, Long.toString(userId));
    Receipt receipt =
        register.delete(userId, clock.instant()).orElseThrow(() -> UsersResource.unknown(userId));
    barriers.raise(Barrier.Kind.USER, Long.toString(userId)); // for what was minted meanwhile
    return receipt;
  }

  private List<String> heldBy(long account) {
    acknowledged.await(account);
    List<String> held = new ArrayList<>();
    for (BalanceView balance : views.balances(account)) {
      if (balance.total() != 0) {
        BigDecimal amount = new BigDecimal(balance.asset().format(balance.total()));
        held.add(
            amount.stripTrailingZeros().toPlainString()
                + " "
                + balance.asset().code()
                + " in account "
                + account);
      }
    }
    for (PositionView position : views.positions(account)) {
      held.add("a position in " + position.instrument().symbol().text() + " of account " + account);
    }
    OrderQuery open =
        new OrderQuery(
            account,
            Optional.of(true),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MAX_NAMED);
    views.orders(open).items().forEach(order -> held.add("an open order of account " + account));
    return held;
  }
}
