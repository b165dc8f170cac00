package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
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
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final Map<Integer, BalanceView> balances = new TreeMap<>();
  private final Map<List<Integer>, PositionView> positions = new TreeMap<>(RiskTopic::compare);
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
    this.markets = markets;
    this.source = new RiskSource(accounts, markets);
    this.clock = clock;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    int first = Integer.compare(a.getFirst(), b.getFirst());
    return first != 0 ? first : Integer.compare(a.getLast(), b.getLast());
  }

  private static List<Integer> key(int instrumentId, Enum<?> side) {
    return List.of(instrumentId, side.ordinal());
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<BalanceView> all = views.balances(accountId);
    List<PositionView> open = views.positions(accountId);
    AccountRisk fresh = new AccountRisk(accountId, source, all, open);
    return () -> {
      balances.clear();
      positions.clear();
      all.forEach(balance -> balances.put(balance.asset().id(), balance));
      open.forEach(view -> positions.put(key(view.instrument().id(), view.side()), view));
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
      case Event.BalanceChanged e -> balance(e);
      case Event.PositionChanged e -> position(entry, e);
      default -> true;
    };
  }

  private boolean balance(Event.BalanceChanged e) {
    BalanceView before = balances.get(e.assetId());
    Optional<Asset> asset =
        before == null ? catalog.seenAsset(e.assetId()) : Optional.of(before.asset());
    if (asset.isEmpty()) {
      return false;
    }
    balances.put(e.assetId(), new BalanceView(accountId, asset.get(), e.total(), e.held()));
    moved.set(true);
    return true;
  }

  private boolean position(Projection.Entry entry, Event.PositionChanged e) {
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    if (instrument.isEmpty()) {
      return false;
    }
    List<Integer> key = key(e.instrumentId(), e.side());
    PositionView before = positions.get(key);
    if (before == null || before.sequence() < entry.sequence()) {
      positions.put(
          key,
          new PositionView(
              accountId,
              instrument.get(),
              e.side(),
              new Position(e.quantity(), e.cost(), e.realizedPnl()),
              e.margin(),
              entry.sequence()));
      moved.set(true);
    }
    return true;
  }

  @Override
  Change collect() {
    if (risk == null || !moved.getAndSet(false)) {
      return new Change.None();
    }
    if (!risk.hold(balances.values(), positions.values())) {
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
