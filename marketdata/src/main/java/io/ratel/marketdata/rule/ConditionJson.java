package io.ratel.marketdata.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.IndicatorSpec;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.marketdata.indicator.Parameter;
import io.ratel.marketdata.rule.Condition.Direction;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Conditions as JSON, each an object with a {@code type} and what belongs to it: {@code
 * {"type":"crosses","field":{"name":"last"},"direction":"up","value":100}}.
 */
public final class ConditionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TYPES =
      List.of("above", "below", "crosses", "changes", "often", "sequence", "all", "any", "not");
  private static final int MAX_SIBLINGS = 16;
  private static final double MAX_NUMBER = 1e18;

  private final IndicatorCatalog catalog;
  private int parts;

  private ConditionJson(IndicatorCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param at how a fault names the place of the whole
   * @throws InvalidArgumentException naming field, value and rule
   */
  public static Condition read(JsonNode node, String at, IndicatorCatalog catalog) {
    return new ConditionJson(catalog).condition(node, at, 1);
  }

  private Condition condition(JsonNode node, String at, int depth) {
    requireObject(node, at);
    if (++parts > Condition.MAX_PARTS) {
      throw invalid(at, "more", "must have at most " + Condition.MAX_PARTS + " parts");
    }
    if (depth > Condition.MAX_DEPTH) {
      throw invalid(at, "deeper", "must be at most " + Condition.MAX_DEPTH + " deep");
    }
    String type = text(node, at, "type", TYPES);
    return switch (type) {
      case "above" -> {
        requireOnly(node, at, "field", "value");
        yield new Condition.Above(reading(node, at), number(node, at, "value"));
      }
      case "below" -> {
        requireOnly(node, at, "field", "value");
        yield new Condition.Below(reading(node, at), number(node, at, "value"));
      }
      case "crosses" -> {
        requireOnly(node, at, "field", "value", "direction", "hysteresis");
        yield new Condition.Crosses(
            reading(node, at),
            direction(node, at),
            number(node, at, "value"),
            node.has("hysteresis") ? number(node, at, "hysteresis", 0, MAX_NUMBER) : 0);
      }
      case "changes" -> {
        requireOnly(node, at, "field", "percent", "direction", "withinMs");
        yield new Condition.Changes(
            reading(node, at),
            direction(node, at),
            number(node, at, "percent", 0.0001, 1e6),
            within(node, at));
      }
      case "often" -> often(node, at, depth);
      case "sequence" -> {
        requireOnly(node, at, "steps", "withinMs");
        yield new Condition.Sequence(conditions(node, at, "steps", depth), within(node, at));
      }
      case "all" -> {
        requireOnly(node, at, "conditions");
        yield new Condition.All(conditions(node, at, "conditions", depth));
      }
      case "any" -> {
        requireOnly(node, at, "conditions");
        yield new Condition.Any(conditions(node, at, "conditions", depth));
      }
      default -> {
        requireOnly(node, at, "condition");
        yield new Condition.Not(condition(node.path("condition"), at + ".condition", depth + 1));
      }
    };
  }

  private Condition often(JsonNode node, String at, int depth) {
    requireOnly(node, at, "condition", "times", "of", "withinMs");
    int of = whole(node, at, "of", Condition.MAX_OF);
    int times = whole(node, at, "times", of);
    Condition condition = condition(node.path("condition"), at + ".condition", depth + 1);
    return new Condition.Often(condition, times, of, within(node, at));
  }

  private List<Condition> conditions(JsonNode node, String at, String name, int depth) {
    JsonNode list = node.path(name);
    String place = at + "." + name;
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_SIBLINGS) {
      throw invalid(place, list.toString(), "must be a list of 1 to " + MAX_SIBLINGS);
    }
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      all.add(condition(list.get(i), place + "[" + i + "]", depth + 1));
    }
    return all;
  }

  private Reading reading(JsonNode node, String parent) {
    String at = parent + ".field";
    JsonNode field = node.path("field");
    requireObject(field, at);
    List<String> names =
        new ArrayList<>(Arrays.stream(Reading.Price.values()).map(Reading.Price::label).toList());
    names.add("volume");
    names.add("indicator");
    String name = text(field, at, "name", names);
    return switch (name) {
      case "volume" -> {
        requireOnly(field, at, "name", "interval");
        yield new Reading.Volume(interval(field, at));
      }
      case "indicator" -> indicator(field, at);
      default -> {
        requireOnly(field, at, "name");
        yield new Reading.Of(Reading.Price.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    };
  }

  private Reading indicator(JsonNode field, String at) {
    requireOnly(field, at, "name", "indicator", "parameters", "output", "interval");
    String asked = field.path("indicator").asText();
    Indicator indicator =
        catalog
            .find(asked)
            .orElseThrow(
                () -> invalid(at + ".indicator", asked, "must be one listed at /v1/quant"));
    IndicatorSpec spec = indicator.spec();
    String output =
        field.has("output") ? text(field, at, "output", spec.outputs()) : IndicatorSpec.MAIN;
    Map<String, Double> given = new TreeMap<>();
    if (field.has("parameters")) {
      JsonNode parameters = field.path("parameters");
      requireObject(parameters, at + ".parameters");
      for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
        String name = entry.getKey();
        given.put(name, number(parameters, at + ".parameters", name));
      }
    }
    try {
      Arguments arguments = Arguments.of(spec, given);
      indicator.start(arguments);
      return new Reading.OfIndicator(spec.name(), arguments, output, interval(field, at));
    } catch (InvalidArgumentException e) {
      throw invalid(at + ".parameters." + e.field(), e.value(), e.rule());
    }
  }

  private static Interval interval(JsonNode node, String at) {
    List<String> labels = Arrays.stream(Interval.values()).map(Interval::label).toList();
    return Interval.values()[labels.indexOf(text(node, at, "interval", labels))];
  }

  private static Direction direction(JsonNode node, String at) {
    return node.has("direction")
        ? Direction.valueOf(
            text(node, at, "direction", List.of("up", "down", "either")).toUpperCase(Locale.ROOT))
        : Direction.EITHER;
  }

  private static long within(JsonNode node, String at) {
    return (long) number(node, at, "withinMs", 1, Condition.MAX_WITHIN_MS);
  }

  private static int whole(JsonNode node, String at, String name, int max) {
    double value = number(node, at, name, 1, max);
    if (value != Math.rint(value)) {
      throw invalid(at + "." + name, node.path(name).asText(), "must be a whole number");
    }
    return (int) value;
  }

  private static double number(JsonNode node, String at, String name) {
    return number(node, at, name, -MAX_NUMBER, MAX_NUMBER);
  }

  /** A number, or a decimal in a string, which is how prices are listed. */
  private static double number(JsonNode node, String at, String name, double min, double max) {
    JsonNode value = node.path(name);
    double number = Double.NaN;
    if (value.isNumber()) {
      number = value.doubleValue();
    } else if (value.isTextual() && value.textValue().matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
      number = Double.parseDouble(value.textValue());
    }
    if (!(number >= min && number <= max)) {
      String rule =
          max == MAX_NUMBER && min == -MAX_NUMBER
              ? "must be a number"
              : "must be a number from " + plain(min) + " to " + plain(max);
      throw invalid(at + "." + name, value.isMissingNode() ? "" : value.asText(), rule);
    }
    return number;
  }

  private static String plain(double number) {
    return Parameter.text(number);
  }

  private static String text(JsonNode node, String at, String name, List<String> allowed) {
    String text = node.path(name).asText();
    if (!node.path(name).isTextual() || !allowed.contains(text)) {
      throw invalid(
          at + "." + name,
          node.path(name).isMissingNode() ? "" : node.path(name).asText(),
          "must be one of " + String.join(", ", allowed));
    }
    return text;
  }

  private static void requireObject(JsonNode node, String at) {
    if (!node.isObject()) {
      throw invalid(at, node.isMissingNode() ? "" : node.toString(), "must be an object");
    }
  }

  private static void requireOnly(JsonNode node, String at, String... names) {
    List<String> known = new ArrayList<>(List.of(names));
    known.add("type");
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw invalid(
            at + "." + entry.getKey(),
            entry.getValue().toString(),
            "is not known here; " + String.join(", ", known) + " are");
      }
    }
  }

  private static InvalidArgumentException invalid(String field, String value, String rule) {
    String shown = value.length() <= 64 ? value : value.substring(0, 64) + "…";
    return new InvalidArgumentException(field, shown, rule);
  }

  /** What {@link #read} reads. */
  public static ObjectNode write(Condition condition) {
    ObjectNode node = JSON.objectNode();
    switch (condition) {
      case Condition.Above above ->
          node.put("type", "above")
              .<ObjectNode>set("field", write(above.reading()))
              .put("value", above.value());
      case Condition.Below below ->
          node.put("type", "below")
              .<ObjectNode>set("field", write(below.reading()))
              .put("value", below.value());
      case Condition.Crosses crosses ->
          node.put("type", "crosses")
              .<ObjectNode>set("field", write(crosses.reading()))
              .put("direction", label(crosses.direction()))
              .put("value", crosses.value())
              .put("hysteresis", crosses.hysteresis());
      case Condition.Changes changes ->
          node.put("type", "changes")
              .<ObjectNode>set("field", write(changes.reading()))
              .put("direction", label(changes.direction()))
              .put("percent", changes.percent())
              .put("withinMs", changes.withinMs());
      case Condition.Often often ->
          node.put("type", "often")
              .<ObjectNode>set("condition", write(often.condition()))
              .put("times", often.times())
              .put("of", often.of())
              .put("withinMs", often.withinMs());
      case Condition.Sequence sequence ->
          node.put("type", "sequence")
              .<ObjectNode>set("steps", write(sequence.steps()))
              .put("withinMs", sequence.withinMs());
      case Condition.All all -> node.put("type", "all").set("conditions", write(all.conditions()));
      case Condition.Any any -> node.put("type", "any").set("conditions", write(any.conditions()));
      case Condition.Not not -> node.put("type", "not").set("condition", write(not.condition()));
    }
    return node;
  }

  private static ArrayNode write(List<Condition> conditions) {
    ArrayNode list = JSON.arrayNode();
    conditions.forEach(each -> list.add(write(each)));
    return list;
  }

  private static ObjectNode write(Reading reading) {
    ObjectNode node = JSON.objectNode();
    switch (reading) {
      case Reading.Of of -> node.put("name", of.price().label());
      case Reading.Volume volume ->
          node.put("name", "volume").put("interval", volume.interval().label());
      case Reading.OfIndicator of -> {
        node.put("name", "indicator")
            .put("indicator", of.name())
            .put("output", of.output())
            .put("interval", of.interval().label());
        ObjectNode parameters = node.putObject("parameters");
        new TreeMap<>(of.arguments().all()).forEach(parameters::put);
      }
    }
    return node;
  }

  private static String label(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
