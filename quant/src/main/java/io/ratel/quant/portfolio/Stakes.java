package io.ratel.quant.portfolio;

import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What moves an account's worth: of each asset that it has all units, priced by the first market
 * that quotes it in {@link EquityHistory#UNIT}, and of each position on margin its size, priced by
 * its own market. A position that is bought in full is in the balances already.
 *
 * @param units by the market that prices them, negative where less than nothing is held
 * @param cash in {@link EquityHistory#UNIT}
 * @param unpriced assets that no market prices
 */
public record Stakes(Map<Symbol, Double> units, double cash, List<String> unpriced) {
  public Stakes {
    units = Map.copyOf(units);
    unpriced = List.copyOf(unpriced);
  }

  public static Stakes of(
      Iterable<BalanceView> balances, Iterable<PositionView> positions, List<MarketView> markets) {
    Map<String, Symbol> pricing = new HashMap<>();
    Map<Integer, Boolean> margined = new HashMap<>();
    for (MarketView market : markets) {
      Instrument instrument = market.instrument();
      margined.put(instrument.id(), market.terms().isMargined());
      if (instrument.quote().code().equals(EquityHistory.UNIT) && !market.terms().isMargined()) {
        pricing.putIfAbsent(instrument.base().code(), instrument.symbol());
      }
    }
    Map<Symbol, Double> units = new TreeMap<>();
    List<String> unpriced = new ArrayList<>();
    double cash = 0;
    for (BalanceView balance : balances) {
      double total = balance.total() / Math.pow(10, balance.asset().scale());
      Symbol market = pricing.get(balance.asset().code());
      if (balance.asset().code().equals(EquityHistory.UNIT)) {
        cash += total;
      } else if (total != 0 && market == null) {
        unpriced.add(balance.asset().code());
      } else if (total != 0) {
        units.merge(market, total, Double::sum);
      }
    }
    for (PositionView view : positions) {
      Instrument instrument = view.instrument();
      if (margined.getOrDefault(instrument.id(), false) && view.position().quantity() != 0) {
        double size =
            view.position().quantity()
                * ((double) instrument.lot().units() / Math.pow(10, instrument.lot().scale()))
                * ((double) instrument.multiplier().units()
                    / Math.pow(10, instrument.multiplier().scale()));
        units.merge(instrument.symbol(), size, Double::sum);
      }
    }
    return new Stakes(units, cash, unpriced);
  }
}
