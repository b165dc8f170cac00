package io.ratel.gateway.quant;

import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Open;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec;
import io.ratel.marketdata.indicator.Series;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figures over what a caller sends, and over the bars of a market. */
public final class QuantResource {
  private static final int DEFAULT_BARS = 300;
  private static final int MAX_BARS = 5_000;

  private record Computation(
      @Field("One of those listed at /v1/quant.") String name,
      @Field(
              "values, a list of numbers, or bars, a list of {open, high, low, close, volume,"
                  + " time}; at most 1,000,000; and the function's parameters as numbers.")
          Open.Body body) {}

  private record OfMarket(
      String symbol,
      @Field("One of those listed at /v1/quant.") String name,
      @Field("1m when left out.") Optional<Interval> interval,
      @Field("Bars that start then or later.") Optional<Instant> from,
      @Field("Bars that start before then.") Optional<Instant> to,
      @Field(value = "The newest so many.", min = 1, max = MAX_BARS) Optional<Integer> limit,
      @Field("The function's parameters, each by its name.") Open.Query parameters) {}

  private final Indicators indicators;
  private final MarketViews markets;
  private final Catalog catalog;

  public QuantResource(Indicators indicators, MarketViews markets, Catalog catalog) {
    this.indicators = indicators;
    this.markets = markets;
    this.catalog = catalog;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listFunctions", "/v1/quant", "The functions, their inputs and conventions.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(WireFunction.class),
                (query, caller) ->
                    Answer.ok(Items.all(indicators.all().stream().map(WireFunction::of).toList()))),
        Operation.post(
                "computeIndicator",
                "/v1/quant/indicators/{name}",
                "An indicator of values or bars; null where it has no number yet.")
            .refuses(
                ErrorCode.MALFORMED_JSON,
                ErrorCode.BODY_TOO_LARGE,
                ErrorCode.UNKNOWN_FUNCTION,
                ErrorCode.INVALID_INPUT)
            .takesLargeBodies()
            .answers(
                Computation.class,
                200,
                Shape.of(WireComputed.class),
                (asked, caller) ->
                    Answer.ok(indicators.compute(asked.name(), asked.body().bytes()))),
        Operation.get(
                "getIndicator",
                "/v1/markets/{symbol}/indicators/{name}",
                "An indicator of a market's bars, oldest first, warmed up with earlier ones.")
            .refuses(ErrorCode.UNKNOWN_MARKET, ErrorCode.UNKNOWN_FUNCTION, ErrorCode.INVALID_INPUT)
            .answers(OfMarket.class, 200, Shape.of(WireIndicator.class), this::ofMarket));
  }

  private Answer<WireIndicator> ofMarket(OfMarket query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    Indicator indicator = indicators.find(query.name());
    IndicatorSpec spec = indicator.spec();
    Arguments arguments = Indicators.arguments(indicator, numbers(query.parameters().values()));
    Interval interval = query.interval().orElse(Interval.MINUTE);
    MarketSeries rows =
        MarketSeries.read(
            markets,
            symbol,
            interval,
            query.from().map(Times::nanos).orElse(0L),
            query.to().map(Times::nanos).orElse(Long.MAX_VALUE),
            query.limit().orElse(DEFAULT_BARS),
            indicator,
            arguments);
    Series series = rows.series();
    double[][] columns = Indicators.compute(indicator, arguments, series);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOfRange(columns[i], rows.earlier(), series.size());
    }
    return Answer.ok(
        new WireIndicator(
            symbol.text(),
            interval.label(),
            spec.name(),
            rows.bars().stream()
                .skip(rows.earlier())
                .map(bar -> Times.instant(bar.timeNs()))
                .toList(),
            new Numbers(columns[0]),
            WireComputed.others(spec.outputs(), columns),
            rows.earlier(),
            spec.convention(),
            Indicators.hash(indicator, arguments, series),
            spec.reference()));
  }

  private static Map<String, Double> numbers(Map<String, String> texts) {
    Map<String, Double> numbers = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          try {
            numbers.put(name, Double.valueOf(text));
          } catch (NumberFormatException e) {
            throw RefusedException.value(ErrorCode.INVALID_INPUT, name, text, "must be a number");
          }
        });
    return numbers;
  }
}
