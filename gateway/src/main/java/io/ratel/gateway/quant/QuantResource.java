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
import org.jspecify.annotations.Nullable;

/** Figures over what a caller sends, and over the bars of a market. */
public final class QuantResource {
  /** The operation that each function's own description is about. */
  public static final String COMPUTE = "computeFunction";

  private static final int DEFAULT_BARS = 300;
  private static final int MAX_BARS = 5_000;

  private record Listing(@Field("Only those of this area.") Optional<String> area) {}

  private record OneFunction(String area, String name) {}

  private record Computation(
      String area,
      String name,
      @Field(
              "The function's fields, which GET /v1/quant/{area}/{name} lists; of an indicator"
                  + " values, a list of numbers, or bars, a list of {open, high, low, close,"
                  + " volume, time}, and its parameters. Lists have at most 1,000,000 numbers.")
          Open.Body body) {}

  private record Batch(
      String area,
      String name,
      @Field("{\"items\":[…]}, at most 10,000 bodies of the function.") Open.Body body) {}

  private record OneJob(String id) {}

  private record OfMarket(
      String symbol,
      @Field("One of those listed at /v1/quant.") String name,
      @Field("1m when left out.") Optional<Interval> interval,
      @Field("Bars that start then or later.") Optional<Instant> from,
      @Field("Bars that start before then.") Optional<Instant> to,
      @Field(value = "The newest so many.", min = 1, max = MAX_BARS) Optional<Integer> limit,
      @Field("The function's parameters, each by its name.") Open.Query parameters) {}

  private final Functions functions;
  private final Jobs jobs;
  private final MarketViews markets;
  private final Catalog catalog;

  public QuantResource(Functions functions, Jobs jobs, MarketViews markets, Catalog catalog) {
    this.functions = functions;
    this.jobs = jobs;
    this.markets = markets;
    this.catalog = catalog;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listFunctions", "/v1/quant", "The functions, their inputs and conventions.")
            .answers(Listing.class, 200, Shape.listOf(WireFunction.class), this::list),
        Operation.get("getFunction", "/v1/quant/{area}/{name}", "What a function takes and gives.")
            .refuses(ErrorCode.UNKNOWN_FUNCTION)
            .answers(OneFunction.class, 200, Shape.of(WireFunction.class), this::find),
        Operation.post(
                COMPUTE,
                "/v1/quant/{area}/{name}",
                "A figure with its convention; 202 with a job when it takes long.")
            .refuses(
                ErrorCode.MALFORMED_JSON,
                ErrorCode.BODY_TOO_LARGE,
                ErrorCode.UNKNOWN_FUNCTION,
                ErrorCode.INVALID_INPUT,
                ErrorCode.TOO_MANY_REQUESTS)
            .takesLargeBodies()
            .answers(Computation.class, 200, Shape.of(WireFigures.class), this::compute),
        Operation.post(
                "computeBatch",
                "/v1/quant/{area}/{name}/batch",
                "Figures of many bodies, in their order; each has figures or an error.")
            .refuses(
                ErrorCode.MALFORMED_JSON,
                ErrorCode.BODY_TOO_LARGE,
                ErrorCode.UNKNOWN_FUNCTION,
                ErrorCode.INVALID_INPUT,
                ErrorCode.TOO_MANY_REQUESTS)
            .takesLargeBodies()
            .answers(Batch.class, 200, Shape.of(WireFigures.class), this::batch),
        Operation.get("listJobs", "/v1/quant/jobs", "Computations that were not done at once.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(WireJob.class),
                (query, caller) -> Answer.ok(Items.all(jobs.of(caller.userId())))),
        Operation.get("getJob", "/v1/quant/jobs/{id}", "How far a computation is, or its result.")
            .refuses(ErrorCode.UNKNOWN_JOB)
            .answers(
                OneJob.class,
                200,
                Shape.of(WireJob.class),
                (asked, caller) -> Answer.ok(job(asked, caller).wire())),
        Operation.delete("cancelJob", "/v1/quant/jobs/{id}", "Stops a computation.")
            .refuses(ErrorCode.UNKNOWN_JOB)
            .answers(OneJob.class, 200, Shape.of(WireJob.class), this::cancel),
        Operation.get(
                "getIndicator",
                "/v1/markets/{symbol}/indicators/{name}",
                "An indicator of a market's bars, oldest first, warmed up with earlier ones.")
            .refuses(ErrorCode.UNKNOWN_MARKET, ErrorCode.UNKNOWN_FUNCTION, ErrorCode.INVALID_INPUT)
            .answers(OfMarket.class, 200, Shape.of(WireIndicator.class), this::ofMarket));
  }

  private Answer<Items<WireFunction>> list(Listing asked, Caller caller) {
    return Answer.ok(
        Items.all(
            functions.all().stream()
                .filter(each -> asked.area().map(each.area()::equals).orElse(true))
                .toList()));
  }

  private Answer<WireFunction> find(OneFunction asked, Caller caller) {
    return Answer.ok(functions.describe(asked.area(), asked.name()));
  }

  private Answer<WireFigures> compute(Computation asked, Caller caller) {
    functions.requireKnown(asked.area(), asked.name());
    return answer(
        jobs.compute(
            caller.userId(),
            asked.area(),
            asked.name(),
            progress ->
                functions.compute(asked.area(), asked.name(), asked.body().bytes(), progress)));
  }

  private Answer<WireFigures> batch(Batch asked, Caller caller) {
    functions.requireKnown(asked.area(), asked.name());
    return answer(
        jobs.compute(
            caller.userId(),
            asked.area(),
            asked.name(),
            progress ->
                functions.batch(asked.area(), asked.name(), asked.body().bytes(), progress)));
  }

  private static Answer<WireFigures> answer(WireFigures figures) {
    return figures.job() == null
        ? Answer.ok(figures)
        : new Answer<>(202, figures).with("Location", "/v1/quant/jobs/" + figures.job().id());
  }

  private Job job(OneJob asked, Caller caller) {
    return jobs.find(caller.userId(), asked.id())
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_JOB, "id", asked.id(), "must be one of your own jobs"));
  }

  private Answer<WireJob> cancel(OneJob asked, Caller caller) {
    Job job = job(asked, caller);
    job.cancel();
    return Answer.ok(job.wire());
  }

  private Answer<WireIndicator> ofMarket(OfMarket query, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, query.symbol());
    Indicator indicator = functions.indicators().find(query.name());
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
    Map<String, @Nullable Object> others = Indicators.outputs(spec.outputs(), columns);
    others.remove(IndicatorSpec.MAIN);
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
            others,
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
