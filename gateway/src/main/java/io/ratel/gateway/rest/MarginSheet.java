package io.ratel.gateway.rest;

import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.wire.WireMargin;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.MarginMode;
import io.ratel.model.money.Asset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account has and needs in each asset, by the machine's own rules: equity is the total and
 * what closing at the marks would earn, profits that are not realised count as free only when all
 * of the account's money stands behind all of its positions.
 */
final class MarginSheet {
  private static final class Line {
    private final Asset asset;
    private long total;
    private long held;
    private long unrealized;
    private long initial;
    private long maintenance;

    Line(Asset asset) {
      this.asset = asset;
    }
  }

  private MarginSheet() {}

  static List<WireMargin> of(
      AccountView account,
      List<BalanceView> balances,
      List<PositionView> positions,
      List<MarketView> markets) {
    Map<Integer, MarketView> byId = new HashMap<>();
    markets.forEach(market -> byId.put(market.instrument().id(), market));
    Map<String, Line> lines = new TreeMap<>();
    for (BalanceView balance : balances) {
      Line line = line(lines, balance.asset());
      line.total = balance.total();
      line.held = balance.held();
    }
    for (PositionView position : positions) {
      MarketView market = byId.get(position.instrument().id());
      if (market != null && market.terms().isMargined()) {
        add(line(lines, position.instrument().quote()), position, market, account.config());
      }
    }
    boolean cross = account.config().marginMode() == MarginMode.CROSS;
    return lines.values().stream()
        .map(
            line ->
                WireMargin.of(
                    account.id(),
                    line.asset,
                    line.total + line.unrealized,
                    line.unrealized,
                    line.initial,
                    line.maintenance,
                    line.total - line.held + (cross ? line.unrealized : 0)))
        .toList();
  }

  private static Line line(Map<String, Line> lines, Asset asset) {
    return lines.computeIfAbsent(asset.code(), code -> new Line(asset));
  }

  private static void add(
      Line line, PositionView position, MarketView market, AccountConfig config) {
    line.initial = Math.addExact(line.initial, position.margin());
    long lots = position.position().quantity();
    if (lots == 0 || market.mark() == 0) {
      return;
    }
    long value =
        Math.multiplyExact(
            Math.multiplyExact(lots, market.mark()), position.instrument().unitValue());
    line.unrealized = Math.addExact(line.unrealized, position.position().unrealizedPnl(value));
    line.maintenance =
        Math.addExact(
            line.maintenance,
            market
                .terms()
                .margins()
                .maintenance(Math.absExact(value), config.marginModel(), config.leverage()));
  }
}
