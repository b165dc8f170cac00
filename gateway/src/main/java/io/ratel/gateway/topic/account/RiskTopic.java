package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.risk.AccountRisk;
import io.ratel.gateway.risk.RiskSource;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.account.Holdings.Effect;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What an account may lose, of now: told again when a fill or a deposit changes what it holds and
 * when a price of it moves. A change is the whole of it, since one fill changes every component.
 */
public final class RiskTopic extends AccountTopic {
  private final Catalog catalog;
  private final MarketTopics markets;
  private final RiskSource source;
  private final InstantSource clock;
  private final Holdings holdings;
  private final AtomicBoolean moved = new AtomicBoolean();
  private final Runnable tick = this::tick;
  private @Nullable AccountRisk risk;
  private MarketTopics.@Nullable Followed followed;
  private Object told = Map.of();

  public RiskTopic(
      TopicName name,
      Runnable onChange,
      TradingViews views,
      AccountChanges changes,
      Catalog catalog,
      AccountViews accounts,
      MarketTopics markets,
      InstantSource clock) {
    super(name, onChange, views, changes);
    this.catalog = catalog;
    this.holdings = new Holdings(accountId, catalog);
    this.markets = markets;
    this.source = new RiskSource(accounts, markets);
    this.clock = clock;
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<BalanceView> all = views.balances(accountId);
    List<PositionView> open = views.positions(accountId);
    AccountRisk fresh = new AccountRisk(accountId, source, all, open);
    return () -> {
      holdings.replace(all, open);
      risk = fresh;
      told = fresh.now(clock.instant(), AccountRisk.CONFIDENCE);
      unfollow();
      followed = markets.follow(Set.copyOf(fresh.symbols()), tick);
    };
  }

  private void tick() {
    if (moved.compareAndSet(false, true)) {
      changed();
    }
  }

  private void unfollow() {
    if (followed != null) {
      followed.close();
      followed = null;
    }
  }

  @Override
  public Object state() {
    return told;
  }

  @Override
  boolean apply(Projection.Entry entry) {
    return switch (entry.event()) {
      case Event.BalanceChanged e -> moved(holdings.take(e));
      case Event.PositionChanged e -> moved(holdings.take(entry, e));
      default -> true;
    };
  }

  private boolean moved(Effect effect) {
    if (effect == Effect.CHANGED) {
      moved.set(true);
    }
    return effect != Effect.UNKNOWN;
  }

  @Override
  Change collect() {
    if (risk == null || !moved.getAndSet(false)) {
      return new Change.None();
    }
    if (!risk.hold(holdings.balances(), holdings.positions())) {
      return new Change.Lost();
    }
    told = risk.now(clock.instant(), AccountRisk.CONFIDENCE);
    return new Change.Delta(told);
  }

  @Override
  public void close() {
    unfollow();
    super.close();
  }
}
