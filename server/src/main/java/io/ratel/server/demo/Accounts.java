package io.ratel.server.demo;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.view.TradingViews;
import io.ratel.server.demo.market.DemoMarket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the demo's markets, opens its accounts and gives each its funds, once. */
final class Accounts {
  /** What a bot is given of each base it trades, in usual orders. */
  static final double ENDOWMENT = 100_000;

  /** What a bot is given in USD. */
  static final long CASH = 50_000_000;

  /** Minor units of USD in a cent. */
  static final long CENT = 1_000_000;

  private static final long AWAIT_MS = 60_000;

  private final OrderEntry entry;
  private final TradingViews views;
  private final List<DemoMarket> markets;
  private final int usd;
  private final int[] bases;
  private final int[] instruments;
  private long sequence;
  private boolean resumed;

  Accounts(OrderEntry entry, TradingViews views, List<DemoMarket> markets) {
    this.entry = entry;
    this.views = views;
    this.markets = markets;
    usd = (int) done(new Command.ListAsset("USD", 8)).id();
    bases = new int[markets.size()];
    instruments = new int[markets.size()];
    for (int i = 0; i < bases.length; i++) {
      bases[i] = (int) done(markets.get(i).base()).id();
      instruments[i] = (int) done(markets.get(i).terms()).id();
    }
    views.await(sequence, AWAIT_MS); // what an earlier run was given must be visible
  }

  /** The markets' numbers at the exchange. */
  int[] instruments() {
    return instruments.clone();
  }

  /** Of the last event that opening depended on. */
  long sequence() {
    return sequence;
  }

  /** Whether an account was there already: the demo has run on this data before. */
  boolean resumed() {
    return resumed;
  }

  /** A bot's account with its cash and the bases of the markets it trades. */
  long open(String bot, int[] traded) {
    long account = account("demo-" + bot);
    Set<Integer> funded = funded(account);
    fund(account, usd, CASH * 100 * CENT, funded);
    for (int market : traded) {
      DemoMarket of = markets.get(market);
      fund(account, bases[market], of.usual(ENDOWMENT) * of.lotUnits(), funded);
    }
    return account;
  }

  /** Whether this is the first time that anyone asks for this name. */
  boolean first(String name) {
    return !done(new Command.OpenAccount("demo-" + name)).duplicate();
  }

  private long account(String key) {
    Reply reply = done(new Command.OpenAccount(key));
    resumed |= reply.duplicate();
    return reply.id();
  }

  void fundUsd(long account, long cents) {
    fund(account, usd, cents * CENT, funded(account));
  }

  /** {@code amount} in whole units of a market's base. */
  void fundBase(long account, int market, long amount) {
    long unit = Math.round(Math.pow(10, markets.get(market).baseScale()));
    fund(account, bases[market], amount * unit, funded(account));
  }

  private Set<Integer> funded(long account) {
    return views.balances(account).stream()
        .map(balance -> balance.asset().id())
        .collect(Collectors.toSet());
  }

  /** Once: a balance that exists has been funded, even when the exchange has forgotten the key. */
  private void fund(long account, int asset, long amount, Set<Integer> funded) {
    if (!funded.contains(asset)) {
      done(
          new Command.Transfer(
              TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, "demo-" + asset));
    }
  }

  private Reply done(Command command) {
    Reply reply = entry.submit(command);
    if (reply.refused()) {
      throw new IllegalStateException("the demo was refused: " + command + ": " + reply.reason());
    }
    sequence = Math.max(sequence, reply.sequence());
    return reply;
  }
}
