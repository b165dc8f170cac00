package io.ratel.marketdata.pipeline;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a pipeline begins with: trades, quotes or finished bars of some markets, as rows.
 *
 * @param bars the length of bars, where it is of bars
 * @param markets names with {@code *} for any text
 */
public record Input(Kind kind, Optional<Interval> bars, List<String> markets) {
  /** What it hears. */
  public enum Kind {
    TRADES(Set.of("id", "price", "quantity", "side")),
    QUOTES(Set.of("bid", "bidQuantity", "ask", "askQuantity")),
    BARS(Set.of("open", "high", "low", "close", "volume", "trades"));

    private final Set<String> own;

    Kind(Set<String> own) {
      this.own = own;
    }
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:*-]{1,40}");
  private static final String BARS_OF = "bars-";

  public Input {
    if (markets.isEmpty()) {
      throw new IllegalArgumentException("markets must name at least one, or * for all");
    }
    for (String market : markets) {
      if (!NAME.matcher(market).matches()) {
        throw new IllegalArgumentException(
            "markets must be symbols, with * for any text, was '" + market + "'");
      }
    }
    markets = List.copyOf(markets);
  }

  /**
   * @param from {@code trades}, {@code quotes} or {@code bars-1m}
   */
  public static Input of(String from, List<String> markets) {
    Optional<Interval> interval = Optional.empty();
    for (Interval each : Interval.values()) {
      if (from.equals(BARS_OF + each.label())) {
        interval = Optional.of(each);
      }
    }
    Kind kind =
        interval.isPresent()
            ? Kind.BARS
            : switch (from) {
              case "trades" -> Kind.TRADES;
              case "quotes" -> Kind.QUOTES;
              default ->
                  throw new IllegalArgumentException(
                      "from must be trades, quotes or bars-1m (or another length), was '"
                          + from
                          + "'");
            };
    return new Input(kind, interval, markets);
  }

  /** As it is written in the configuration. */
  public String from() {
    return bars.map(length -> BARS_OF + length.label())
        .orElseGet(() -> kind.name().toLowerCase(Locale.ROOT));
  }

  /** The fields of its rows. */
  public Set<String> fields() {
    Set<String> fields = new TreeSet<>(Set.of(Row.SYMBOL, Row.TIME, "venue", "base", "quote"));
    fields.addAll(kind.own);
    return fields;
  }

  public boolean hears(Symbol symbol) {
    return markets.stream().anyMatch(pattern -> matches(pattern, symbol.text()));
  }

  private static boolean matches(String pattern, String text) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(text);
    }
    int at = parts[0].length();
    if (!text.startsWith(parts[0])) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    String last = parts[parts.length - 1];
    return text.length() - at >= last.length() && text.endsWith(last);
  }

  static Row row(Trade trade) {
    Map<String, Value> fields = market(trade.market());
    fields.put("id", Value.of(trade.id()));
    fields.put("price", price(trade.market(), trade.price()));
    fields.put("quantity", quantity(trade.market(), trade.quantity()));
    fields.put("side", Value.of(trade.side().name().toLowerCase(Locale.ROOT)));
    return Row.of(trade.exchangeTimeNs(), fields);
  }

  /** A side that is absent is no field. */
  static Row row(Quote quote) {
    Market market = quote.market();
    Map<String, Value> fields = market(market);
    if (quote.bid() != 0 || quote.bidQuantity() != 0) {
      fields.put("bid", price(market, quote.bid()));
      fields.put("bidQuantity", quantity(market, quote.bidQuantity()));
    }
    if (quote.ask() != 0 || quote.askQuantity() != 0) {
      fields.put("ask", price(market, quote.ask()));
      fields.put("askQuantity", quantity(market, quote.askQuantity()));
    }
    return Row.of(quote.exchangeTimeNs(), fields);
  }

  static Row row(Bar bar) {
    Market market = bar.market();
    Map<String, Value> fields = market(market);
    fields.put("open", price(market, bar.open()));
    fields.put("high", price(market, bar.high()));
    fields.put("low", price(market, bar.low()));
    fields.put("close", price(market, bar.close()));
    fields.put("volume", quantity(market, bar.volume()));
    fields.put("trades", Value.of(BigDecimal.valueOf(bar.trades())));
    return Row.of(bar.timeNs(), fields);
  }

  /** A share's quote money is not in its name, and so it has no such field. */
  private static Map<String, Value> market(Market market) {
    Map<String, Value> fields = new LinkedHashMap<>();
    String text = market.symbol().text();
    fields.put(Row.SYMBOL, Value.of(text));
    fields.put("venue", Value.of(market.symbol().venue()));
    String[] legs = text.substring(text.indexOf(':') + 1).split("-", 3);
    fields.put("base", Value.of(legs[0]));
    if (legs.length > 1) {
      fields.put("quote", Value.of(legs[1]));
    }
    return fields;
  }

  private static Value price(Market market, long price) {
    return Value.of(BigDecimal.valueOf(price, market.priceScale()));
  }

  private static Value quantity(Market market, long quantity) {
    return Value.of(BigDecimal.valueOf(quantity, market.quantityScale()));
  }
}
