package io.ratel.gateway.quant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.QuantCatalog;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every function as the doors and the command line ask for it. Safe for any thread. */
public final class Functions {
  private static final int MAX_BATCH = 10_000;
  private static final String INDICATORS = "indicators";

  private final Indicators indicators;
  private final QuantCatalog catalog;

  public Functions(IndicatorCatalog indicators, QuantCatalog catalog) {
    this.indicators = new Indicators(indicators);
    this.catalog = catalog;
  }

  Indicators indicators() {
    return indicators;
  }

  List<WireFunction> all() {
    return Stream.concat(
            indicators.all().stream().map(WireFunction::of),
            catalog.all().stream().map(WireFunction::of))
        .toList();
  }

  /**
   * @throws RefusedException 404
   */
  WireFunction describe(String area, String name) {
    return area.equals(INDICATORS)
        ? WireFunction.of(indicators.find(name))
        : WireFunction.of(find(area, name));
  }

  /**
   * The figures that a body asks for.
   *
   * @param body as sent to {@code POST /v1/quant/{area}/{name}}
   * @throws RefusedException when it cannot be
   * @throws Progress.CancelledException when progress says so
   */
  public WireFigures compute(String area, String name, byte[] body, Progress progress) {
    if (area.equals(INDICATORS)) {
      return indicators.compute(name, body);
    }
    return answer(find(area, name), body, progress);
  }

  /**
   * The figures of many bodies; one that is refused has its error instead, and harms no other.
   *
   * @param body {@code {"items":[…]}}
   * @throws RefusedException when it has another form
   * @throws Progress.CancelledException when progress says so
   */
  public WireFigures batch(String area, String name, byte[] body, Progress progress) {
    requireKnown(area, name);
    ObjectNode request = Json.readObject(body);
    JsonNode items = request.get("items");
    if (items == null || !items.isArray() || items.isEmpty() || items.size() > MAX_BATCH) {
      throw RefusedException.field(
          ErrorCode.INVALID_INPUT, "items", "must be a list of 1 to " + MAX_BATCH + " objects");
    }
    if (request.size() > 1) {
      throw RefusedException.field(
          ErrorCode.INVALID_INPUT, "items", "must be the only field of a batch");
    }
    List<Object> answers = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      progress.done((double) answers.size() / items.size());
      try {
        answers.add(compute(area, name, Json.bytes(item), Progress.NONE));
      } catch (RefusedException e) {
        answers.add(e.body(null));
      }
    }
    return new WireFigures(Map.of("items", answers), null, null, null, null);
  }

  private static <Q extends Record> WireFigures answer(
      QuantFunction<Q, ?> function, byte[] body, Progress progress) {
    try {
      Q question = QuestionReader.read(function.question(), body);
      return WireFigures.of(function.answer(question, progress));
    } catch (InvalidArgumentException e) {
      throw RefusedException.value(ErrorCode.INVALID_INPUT, e.field(), e.value(), e.rule());
    }
  }

  /**
   * @throws RefusedException 404
   */
  void requireKnown(String area, String name) {
    if (area.equals(INDICATORS)) {
      indicators.find(name);
    } else {
      find(area, name);
    }
  }

  private QuantFunction<?, ?> find(String area, String name) {
    return catalog
        .find(area, name)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_FUNCTION,
                    "name",
                    area + "/" + name,
                    "must be one listed at /v1/quant"));
  }
}
