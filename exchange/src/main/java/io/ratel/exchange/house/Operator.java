package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.codec.AccountBlocks;
import io.ratel.exchange.codec.MarketBlocks;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.CancelAllAfterDecoder;
import io.ratel.exchange.wire.ConfigureAccountDecoder;
import io.ratel.exchange.wire.SetKillSwitchDecoder;
import io.ratel.exchange.wire.SetLimitsDecoder;
import io.ratel.exchange.wire.SetMarketTermsDecoder;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;

/** What those who run accounts and markets set. */
public final class Operator {
  private static final KillScope[] SCOPES = KillScope.values();
  private static final long MAX_TIMEOUT_NS = 86_400_000_000_000L;

  private final Machine machine;
  private final Accounts accounts;

  public Operator(Machine machine) {
    this.machine = machine;
    accounts = machine.accounts;
  }

  /** The account of a client, {@link Accounts#NONE} when it was refused. */
  private int account(long id, Answer answer) {
    int account = accounts.find(id);
    if (account < Accounts.FIRST) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return Accounts.NONE;
    }
    return account;
  }

  public void configure(ConfigureAccountDecoder c, Answer answer) {
    int account = account(c.accountId(), answer);
    if (account == Accounts.NONE) {
      return;
    }
    AccountConfig config;
    try {
      config = AccountBlocks.decode(c.config());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      answer.refuse(RejectReason.INVALID_CONFIGURATION);
      return;
    }
    AccountConfig before = accounts.config(account);
    boolean keeps =
        config.marginMode() == before.marginMode()
            && config.positionMode() == before.positionMode()
            && config.marginModel() == before.marginModel()
            && config.leverage() == before.leverage()
            && config.costMethod() == before.costMethod();
    if (!keeps && isTrading(account)) {
      answer.refuse(RejectReason.IN_USE);
      return;
    }
    accounts.configure(account, config);
    AccountBlocks.encode(
        config, machine.events.accountConfigured().accountId(c.accountId()).config());
  }

  /** Whether orders rest or wait, or positions are open, whose margin or cost would change. */
  private boolean isTrading(int account) {
    if (machine.resting.count(account) + machine.waiting.countOfAccount(account) > 0
        || machine.parents.hasAny(account)) {
      return true;
    }
    Positions positions = machine.positions;
    for (int row = positions.firstOfAccount(account);
        row != Positions.NONE;
        row = positions.nextOfAccount(row)) {
      boolean margined = machine.listings.get(positions.instrument(row)).isMargined();
      if (margined && positions.quantity(row) != 0) {
        return true;
      }
    }
    return false;
  }

  public void limit(SetLimitsDecoder c, Answer answer) {
    int account = account(c.accountId(), answer);
    if (account == Accounts.NONE) {
      return;
    }
    AccountLimits limits;
    try {
      limits = AccountBlocks.decode(c.limits());
    } catch (IllegalArgumentException e) {
      answer.refuse(RejectReason.INVALID_CONFIGURATION);
      return;
    }
    accounts.limit(account, limits);
    AccountBlocks.encode(limits, machine.events.limitsSet().accountId(c.accountId()).limits());
  }

  public void kill(SetKillSwitchDecoder c, Answer answer) {
    if (c.scope() >= SCOPES.length || c.engaged() > 1) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    boolean on = c.engaged() == 1;
    boolean known =
        switch (SCOPES[c.scope()]) {
          case ACCOUNT -> killAccount(c.id(), on, answer);
          case INSTRUMENT -> killInstrument(c.id(), on, answer);
          case VENUE -> killVenue(on);
        };
    if (known) {
      machine.events.killSwitchSet().id(c.id()).scope(c.scope()).engaged(c.engaged());
    }
  }

  private boolean killAccount(long id, boolean on, Answer answer) {
    int account = account(id, answer);
    if (account == Accounts.NONE) {
      return false;
    }
    accounts.kill(account, on);
    if (on) {
      machine.cancels.cancelAll(account, CancelReason.KILLED);
      for (int part = accounts.firstPart(account);
          part != Accounts.NONE;
          part = accounts.nextPart(part)) {
        machine.cancels.cancelAll(part, CancelReason.KILLED);
      }
    }
    return true;
  }

  private boolean killInstrument(long id, boolean on, Answer answer) {
    Listing of = id < 0 || id > Integer.MAX_VALUE ? null : machine.listings.find((int) id);
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return false;
    }
    of.killed = on;
    if (on) {
      machine.cancels.cancelAllOf(of, CancelReason.KILLED);
    }
    return true;
  }

  private boolean killVenue(boolean on) {
    machine.killed = on;
    for (int i = 0; on && i < machine.listings.instrumentCount(); i++) {
      machine.cancels.cancelAllOf(machine.listings.get(i), CancelReason.KILLED);
    }
    return true;
  }

  public void cancelAfter(CancelAllAfterDecoder c, Answer answer) {
    int account = account(c.accountId(), answer);
    if (account == Accounts.NONE) {
      return;
    }
    if (c.timeout() < 0 || c.timeout() > MAX_TIMEOUT_NS) {
      answer.refuse(RejectReason.INVALID_EXPIRY);
      return;
    }
    machine.clock.cancelAfter(account, c.timeout());
  }

  public void terms(SetMarketTermsDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    MarketTerms terms;
    try {
      terms = MarketBlocks.decode(c.terms());
    } catch (IllegalArgumentException e) {
      answer.refuse(RejectReason.INVALID_TERMS);
      return;
    }
    boolean fits = terms.isMargined() ? of.instrument.kind().isDerivative() : !terms.isDealt();
    if (!fits || of.settled) {
      answer.refuse(RejectReason.INVALID_TERMS);
      return;
    }
    if (bearsOnHolds(of.terms, terms) && isInUse(of, terms)) {
      answer.refuse(RejectReason.IN_USE);
      return;
    }
    of.set(terms);
    machine.clock.follow(of);
    MarketBlocks.encode(terms, machine.events.marketTermsChanged().instrumentId(of.id).terms());
    remargin(of);
  }

  private static boolean bearsOnHolds(MarketTerms before, MarketTerms after) {
    return !before.margins().equals(after.margins())
        || before.isDealt() != after.isDealt()
        || highest(before) != highest(after);
  }

  private static int highest(MarketTerms terms) {
    int highest = 0;
    for (FeeTier tier : terms.feeTiers()) {
      highest = Math.max(highest, Math.max(tier.makerPpm(), tier.takerPpm()));
    }
    return highest;
  }

  /** Open orders hold by the old terms; positions would change their nature. */
  private boolean isInUse(Listing of, MarketTerms terms) {
    boolean resting =
        of.book.bestAny(Side.BUY) != 0
            || of.book.bestAny(Side.SELL) != 0
            || machine.waiting.countOfInstrument(of.id) > 0;
    if (resting || of.isMargined() == terms.isMargined()) {
      return resting;
    }
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      if (positions.quantity(row) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Positions need by the new margins, whether their accounts have it or not. */
  private void remargin(Listing of) {
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        of.isMargined() && row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      machine.collateral.settleMargin(of, positions.account(row), row);
      machine.liquidations.consider(positions.account(row), of, row);
    }
  }
}
